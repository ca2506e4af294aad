import { reviewedValues } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { catalogue, statisticNames } from '../src/catalogue.ts';
import { resolveFilter } from '../src/compute/resolve-filter.ts';
import { openMemory, programsWhere } from '../src/index.ts';
import { ask } from './ask.ts';
import { published, withPrograms } from './datasets.ts';

const { input } = catalogue.overview;

function select(given: object) {
  const { engine, facts } = openMemory(published);
  return engine.records('programs', programsWhere(resolveFilter(facts, input.parse(given))));
}

function count(keep: (program: (typeof published.programs)[number]) => boolean): number {
  return published.programs.filter(keep).length;
}

describe('a filter', () => {
  it('takes what is left open from its scope and from the years of the dataset', () => {
    const years = published.programs.map(({ year }) => year);
    expect(resolveFilter(openMemory(published).facts, input.parse({}))).toMatchObject({
      from: Math.min(...years),
      to: Math.max(...years),
      venues: ['hybrid', 'in_sender'],
      recommended_only: true,
    });
    expect(resolveFilter(openMemory(published).facts, input.parse({ scope: 'article', to: 2012 }))).toMatchObject({
      from: 2007,
      to: 2012,
      venues: ['in_sender'],
      recommended_only: false,
    });
    expect(resolveFilter(openMemory(withPrograms([])).facts, input.parse({}))).toMatchObject({ from: null, to: null });
  });

  it('lets through what each of its parts asks, and nothing else', () => {
    expect(select({ scope: 'all' })).toHaveLength(published.programs.length);
    expect(select({ scope: 'article' })).toHaveLength(
      count(({ year, venue }) => year >= 2007 && year <= 2020 && venue === 'in_sender'),
    );
    expect(select({ scope: 'all', countries: ['KG', 'TJ'] })).toHaveLength(
      count(({ countries }) => countries.includes('KG') || countries.includes('TJ')),
    );
    expect(select({ scope: 'all', sectors: ['police'] })).toHaveLength(count(({ sector }) => sector === 'police'));
    expect(select({ scope: 'all', frames: ['sco'] })).toHaveLength(count(({ frame }) => frame === 'sco'));
    expect(select({ scope: 'all', formats: ['seminar'] })).toHaveLength(count(({ format }) => format === 'seminar'));
    expect(select({ scope: 'all', confidence: 'high' })).toHaveLength(count(({ confidence }) => confidence === 'high'));
    expect(select({ scope: 'all', minimum_sources: 2 })).toHaveLength(count(({ sources }) => sources.length >= 2));
    expect(select({ scope: 'all', recommended_only: true })).toHaveLength(
      count(({ recommended_for_aggregates }) => recommended_for_aggregates),
    );
  });

  it('lets through what persons have checked whole, and says so only where it was asked', () => {
    const checked = published.programs.slice(0, 2).flatMap((program, at) =>
      [...reviewedValues(program)].map(([field, seen], index) => ({
        ...{ reviewer: index % 2 === 0 ? 'R01' : 'R02', record: program.id, field, seen },
        ...{ verdict: at === 1 && field === 'end' ? 'wrong' : 'right', right_value: null, reason: null },
        ...{ reviewed: '2026-12-01', version: '2.0.0' },
      })),
    ) as unknown as typeof published.reviews;
    const dataset = { ...published, reviews: checked };
    const answer = (given: object) => catalogue.overview.answer(dataset, input.parse({ scope: 'all', ...given }));
    expect(answer({ checked: true }).result.n).toBe(1);
    expect(answer({ checked: true, sectors: ['health'] }).result.n).toBe(0);
    expect(answer({ checked: false })).toEqual(answer({}));
    expect(answer({ checked: true }).input).toHaveProperty('checked', true);
    expect(answer({}).input).not.toHaveProperty('checked');
    const nobody = catalogue.overview.answer(published, input.parse({ scope: 'all', checked: true }));
    expect(nobody.result.n).toBe(0);
  });

  it.each(statisticNames)('of %s is the same as a dataset of the checked programs alone', (name) => {
    const some = published.programs.filter((_, at) => at % 3 > 0);
    const reviews = some.flatMap((program) =>
      [...reviewedValues(program)].map(([field, seen]) => ({
        ...{ reviewer: 'R01', record: program.id, field, seen, verdict: 'right', right_value: null, reason: null },
        ...{ reviewed: '2026-12-01', version: '2.0.0' },
      })),
    ) as unknown as typeof published.reviews;
    const given = { scope: 'all', from: 2001, to: 2025 };
    const resultOf = (dataset: typeof published, more: object) =>
      ask(name, dataset, { ...given, ...more }).result as Readonly<Record<string, unknown>>;
    const { in_dataset: whole, ...narrowed } = resultOf({ ...published, reviews }, { checked: true });
    const { in_dataset: own, ...alone } = resultOf({ ...published, reviews, programs: some }, {});
    expect(narrowed).toEqual(alone);
    expect([whole, own].every((count) => count === undefined || typeof count === 'number')).toBe(true);
  });

  it.each([
    [{ from: 2020, to: 2007 }, 'from', 'a year that is not after “to”'],
    [{ from: 20.5 }, 'from', 'a whole number from 1900 to 2100'],
    [{ level: 1 }, 'level', 'a number above 0 and below 1'],
    [{ minimum_sources: 0.5 }, 'minimum_sources', 'a whole number from 1 to 100'],
  ])('refuses %j', (given, field, message) => {
    const issue = input.safeParse(given).error?.issues[0];
    expect([issue?.path.join('.'), issue?.message]).toEqual([field, message]);
  });

  it.each([{ countrys: ['KZ'] }, { countries: 'KZ' }, { from: '2007' }, { level: null }, { scope: 1 }])(
    'refuses %j',
    (given) => {
      expect(input.safeParse(given).success).toBe(false);
    },
  );
});
