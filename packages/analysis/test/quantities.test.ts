import type { Dataset } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { inclusionRuleNames } from '../src/compute/sensitivity.ts';
import { programs, published, withPrograms } from './datasets.ts';

type Program = Dataset['programs'][number];

const all = { scope: 'all' } as const;
const none = withPrograms([]);

describe('participants', () => {
  const ask = (dataset: Dataset) =>
    catalogue.participants.answer(dataset, catalogue.participants.input.parse(all)).result;
  const figure = (value: number | null, low: number | null, high: number | null) =>
    ({ participants: { value, low, high, basis: 'exact' } }) as const;

  it('adds up figures and bounds, and never reads an unknown figure as zero', () => {
    const unknown = { participants: { value: null, low: null, high: null, basis: 'unknown' } } as const;
    const { groups, bounds } = ask(programs(figure(20, 20, null), figure(10, 8, 12), unknown));
    expect(groups[0]).toMatchObject({ n: 3, known: 2, unknown: 1, sum: 30, least: 10, most: 20 });
    expect(groups[0]?.median).toMatchObject({ estimate: 15, low: null, high: null });
    expect(bounds).toEqual({ low_total: 28, low_programs: 2, high_total: 12, high_programs: 1, open_ended: 1 });
    expect(ask(programs(unknown)).groups[0]?.median).toMatchObject({ reason: 'no-known-values' });
    expect(ask(none).groups[0]?.median).toMatchObject({ reason: 'no-records' });
  });

  it('keeps figures that take in other countries apart', () => {
    const shared = { participants: { value: 90, low: 90, high: 90, basis: 'includes_other_countries' } } as const;
    expect(ask(programs(shared, figure(10, 10, 10))).groups.map(({ sum }) => sum)).toEqual([100, 10, 90]);
  });
});

describe('duration', () => {
  it('gives quartiles of the known lengths, in all and by format', () => {
    const days = [1, 2, 3, 4, null].map((duration_days) => ({ duration_days, format: 'seminar' }) as const);
    const input = catalogue.duration.input.parse(all);
    const { all: every, formats } = catalogue.duration.answer(programs(...days), input).result;
    expect(every).toMatchObject({ known: 4, unknown: 1, sum: 10, lower_quartile: 1.75, upper_quartile: 3.25 });
    expect(formats).toEqual([{ format: 'seminar', ...every }]);
  });
});

describe('hosts', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.hosts.answer(dataset, catalogue.hosts.input.parse({ ...all, ...input })).result;

  it('counts links and concentration', () => {
    const one = { host_institution: 'A', sector: 'police' } as const;
    const dataset = programs(one, one, { ...one, sector: 'media' }, { ...one, host_institution: 'B' });
    const { hosts, top, links, herfindahl } = ask(dataset, {});
    expect(hosts).toBe(2);
    expect(top.map(({ host, programs: count, recipients }) => [host, count, recipients])).toEqual([
      ['A', 3, 2],
      ['B', 1, 1],
    ]);
    expect(links[0]).toEqual({ host: 'A', recipient: 'police', programs: 2 });
    expect(herfindahl.estimate).toBeCloseTo(6 / 12, 12);
    expect(ask(dataset, { top: 1 }).top).toHaveLength(1);
  });

  it('says why there is no index', () => {
    expect(ask(none, {}).herfindahl).toMatchObject({ reason: 'no-records' });
    expect(ask(programs({ host_institution: null }), {}).herfindahl).toMatchObject({ reason: 'no-known-values' });
    expect(ask(programs({ host_institution: 'A' }), {}).herfindahl).toMatchObject({ reason: 'too-few-records', n: 1 });
  });
});

describe('coverage', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.coverage.answer(dataset, catalogue.coverage.input.parse({ ...all, ...input })).result;
  const foundBy = (...coders: string[]) => ({ codings: coders.map((coder) => `${coder}-001`) });
  const twice = Array.from({ length: 5 }, () => foundBy('A', 'B'));
  const independent = { independent_compilers: true };

  it('estimates unseen programs only where its conditions hold', () => {
    const dataset = programs(...twice, foundBy('A'), foundBy('B'), foundBy('C'), foundBy('A', 'B', 'C'));
    expect(ask(dataset, {}).unseen).toMatchObject({ reason: 'compilers-not-independent', n: 3 });
    const { unseen, compilers_per_program } = ask(dataset, independent);
    expect(compilers_per_program).toEqual([
      { compilers: 1, programs: 3 },
      { compilers: 2, programs: 5 },
      { compilers: 3, programs: 1 },
    ]);
    // Darroch's equation with one more program that each of the three found: 1 - 10 / x = (1 - 8 / x)^2 (1 - 3 / x).
    expect(unseen).toMatchObject({ low: 0, high: null, method: 'profile-likelihood-one-sided' });
    const x = 10 + (unseen.estimate ?? NaN);
    expect((1 - 8 / x) ** 2 * (1 - 3 / x)).toBeCloseTo(1 - 10 / x, 12);
    expect(ask(programs(...twice.slice(1)), independent).unseen).toMatchObject({ reason: 'too-few-found-twice', n: 4 });
    expect(ask(none, independent).unseen).toMatchObject({ reason: 'no-records' });
  });

  it('counts a source once, however many programs cite it', () => {
    const { sources, sources_per_program, languages } = ask(programs({}, {}), {});
    expect(sources).toBe(published.programs[0]?.sources.length);
    expect(sources_per_program).toEqual([{ sources: published.programs[0]?.sources.length, programs: 2 }]);
    expect(languages.reduce((sum, row) => sum + row.sources, 0)).toBe(sources);
  });
});

describe('share', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.share.answer(dataset, catalogue.share.input.parse({ ...all, ...input })).result;
  const told = (year: number, security_related: boolean | null, countries: readonly string[] = ['KZ']) => ({
    ...{ year, security_related },
    countries: [...countries],
  });

  it('sets the late half of the years against the early one, and says why it cannot', () => {
    const ten = (year: number, yes: number) => Array.from({ length: 10 }, (_, place) => told(year, place < yes));
    const dataset = programs(...ten(2010, 8), ...ten(2012, 2), told(2013, null));
    const { halves } = ask(dataset, { from: 2010, to: 2013 });
    expect(halves).toMatchObject({
      early: { from: 2010, to: 2011, yes: 8, no: 2, unknown: 0 },
      late: { from: 2012, to: 2013, yes: 2, no: 8, unknown: 1 },
    });
    expect(halves?.difference.estimate).toBeCloseTo(-0.6, 12);
    expect(ask(dataset, { from: 2012, to: 2013 }).halves?.difference).toMatchObject({
      reason: 'too-few-records',
      n: 0,
    });
    expect(ask(dataset, { from: 2010, to: 2010 }).halves).toBeNull();
    expect(ask(none, {}).whatever_unknown).toBeNull();
  });

  it('pools the groups of a dimension, and leaves out those of which nothing is known', () => {
    const dataset = programs(
      ...[true, true, true, true].map((yes) => told(2010, yes, ['KZ'])),
      ...[false, false, false, true].map((yes) => told(2011, yes, ['KG', 'UZ'])),
      told(2012, null, ['TJ']),
    );
    const { groups, multi_valued } = ask(dataset, { by: 'country' });
    expect(multi_valued).toBe(true);
    expect(groups.map(({ value, yes, no, unknown }) => [value, yes, no, unknown])).toEqual([
      ['KZ', 4, 0, 0],
      ['KG', 1, 3, 0],
      ['UZ', 1, 3, 0],
      ['TJ', 0, 0, 1],
    ]);
    const [high, low, , silent] = groups.map(({ pooled }) => pooled);
    expect(high).toBeLessThan(1);
    expect(high).toBeGreaterThan(0.5);
    expect(low).toBeGreaterThan(0.25);
    expect(silent).toBeNull();
    expect(ask(dataset, {}).groups).toEqual([]);
  });
});

describe('sensitivity', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.sensitivity.answer(dataset, catalogue.sensitivity.input.parse(input)).result;

  it('lets through under each rule what the rule says', () => {
    const { rules } = ask(published, { ...all, statistic: 'overview' });
    const byId = new Map(published.sources.map(({ id, publisher_type }) => [id, publisher_type]));
    const official = ['government', 'international_organisation', 'training_institution'];
    const count = (keep: (program: Program) => boolean): number => published.programs.filter(keep).length;
    expect(Object.fromEntries(rules.map(({ rule, headline }) => [rule, headline]))).toEqual({
      as_asked: published.programs.length,
      high_confidence: count(({ confidence }) => confidence === 'high'),
      two_sources: count(({ sources }) => sources.length > 1),
      official_sources: count(({ sources }) => sources.some((id) => official.includes(byId.get(id) ?? ''))),
      bilateral: count(({ frame }) => frame === 'bilateral'),
      exact_dates: count(({ start }) => start.length === 10),
      article_scope: count(({ year, venue }) => year >= 2007 && year <= 2020 && venue === 'in_sender'),
      all_records: published.programs.length,
    });
  });

  it('gives as asked what the statistic itself gives, and keeps the rest of the filter under every rule', () => {
    const filter = { countries: ['KG'] as const, level: 0.9 };
    const { clopper_pearson } = catalogue.share.answer(published, catalogue.share.input.parse(filter)).result;
    const { rules } = ask(published, filter);
    expect(rules[0]?.headline).toEqual(clopper_pearson);
    const most = published.programs.filter(({ countries }) => countries.includes('KG')).length;
    expect(rules.map(({ n }) => n)).toEqual(expect.arrayContaining([most]));
    expect(Math.max(...rules.map(({ n }) => n))).toBe(most);
  });

  it('tells how many intervals take in no effect, and adjusts p values for the number of rules', () => {
    const { rules, no_effect } = ask(published, { statistic: 'trend' });
    const taking = rules.filter(
      ({ headline }) =>
        typeof headline === 'object' &&
        headline !== null &&
        'level' in headline &&
        (headline.low ?? 0) <= 1 &&
        (headline.high ?? Infinity) >= 1,
    );
    expect(no_effect).toEqual({ value: 1, intervals: rules.length, include: taking.length });
    for (const { p_value, p_holm } of rules) expect(p_holm).toBeGreaterThanOrEqual(p_value ?? NaN);
    expect(ask(published, { statistic: 'share' })).toMatchObject({
      no_effect: null,
      rules: [{ p_holm: null }, {}, {}, {}, {}, {}, {}, {}],
    });
  });

  it('answers for every statistic that it offers', () => {
    const { options } = catalogue.sensitivity.parameters.statistic.unwrap();
    for (const statistic of options) {
      expect(ask(published, { statistic }).rules.map(({ rule }) => rule)).toEqual(inclusionRuleNames);
      expect(ask(none, { statistic }).rules.every(({ n }) => n === 0)).toBe(true);
    }
    expect(options).not.toContain('sensitivity');
  });
});
