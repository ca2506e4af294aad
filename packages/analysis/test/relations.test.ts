import type { Dataset } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { programs, published, withPrograms } from './datasets.ts';

type Program = Dataset['programs'][number];

const all = { scope: 'all' } as const;
const none = withPrograms([]);

describe('changepoint', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.changepoint.answer(dataset, catalogue.changepoint.input.parse({ ...all, ...input })).result;

  it('finds the year from which on there are programs', () => {
    const dataset = programs(...[2014, 2014, 2015, 2015, 2016, 2016].map((year) => ({ year })));
    const { change, years } = ask(dataset, { from: 2010, to: 2016 });
    expect(change).toMatchObject({ first_year: 2014, count_before: 0, rate_before: 0, count_after: 6, rate_after: 2 });
    expect(years.map(({ rate }) => rate)).toEqual([0, 0, 0, 0, 2, 2, 2]);
    expect(change).toMatchObject({ earliest_year: 2011, latest_year: 2016 });
    expect(change.p_value).toBeLessThan(0.1);
  });

  it('says why no change is looked for', () => {
    expect(ask(none, {}).change).toMatchObject({ reason: 'too-few-years' });
    expect(ask(published, { from: 2018, to: 2018 }).change).toMatchObject({ reason: 'too-few-years', n: 1 });
    expect(ask(none, { from: 2010, to: 2012 }).change).toMatchObject({ reason: 'no-records' });
    const level = programs(...[2010, 2011, 2012].map((year) => ({ year })));
    const { change, years, profile } = ask(level, {});
    expect(change).toMatchObject({ p_value: null, reason: 'no-variation' });
    expect([years.map(({ rate }) => rate), profile]).toEqual([[null, null, null], []]);
  });
});

describe('crosstab', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.crosstab.answer(dataset, catalogue.crosstab.input.parse({ ...all, ...input })).result;

  it('gives the odds ratio of a table of two by two, infinite where a cell is empty', () => {
    const pair = (domain: Program['domain'], frame: Program['frame']) => ({ domain, frame });
    const related = [pair('security', 'sco'), pair('security', 'sco'), pair('civil', 'bilateral')];
    const infinite = ask(programs(...related), {});
    expect(infinite.odds_ratio).toMatchObject({ estimate: null, reason: 'infinite', high: null });
    expect(infinite.fisher).toMatchObject({ method: 'exact' });
    expect(infinite.fisher.p_value).toBeCloseTo(1 / 3, 12);
    const mixed = ask(programs(...related, pair('civil', 'sco'), pair('security', 'bilateral')), {});
    expect(mixed.odds_ratio?.estimate).toBeCloseTo(Math.sqrt(3), 9);
    expect(mixed.cells.map(({ observed }) => observed).reduce((sum, count) => sum + count)).toBe(5);
  });

  it('leaves out programs that lack one of the two, and counts them', () => {
    const { n, known, unknown } = ask(programs({ sector: 'unknown' }, { sector: 'police' }), { rows: 'sector' });
    expect({ n, known, unknown }).toEqual({ n: 2, known: 1, unknown: 1 });
  });

  it.each([
    ['no-records', none, {}],
    ['no-known-values', programs({ sector: 'unknown' }), { rows: 'sector' }],
    ['same-dimension', published, { rows: 'domain', columns: 'domain' }],
    ['dependent-pairs', published, { rows: 'country' }],
    ['one-value-only', programs({}, {}), {}],
  ])('refuses the tests with the reason %s', (reason, dataset, input) => {
    const { chi_square, fisher, odds_ratio, cramers_v } = ask(dataset, input);
    expect([chi_square, fisher]).toEqual([expect.objectContaining({ reason }), expect.objectContaining({ reason })]);
    expect([odds_ratio, cramers_v]).toEqual([null, null]);
  });

  it('counts every pair of a program of several values, and pools rare values', () => {
    const countries: Program['countries'] = ['KZ', 'KG'];
    const answer = ask(programs({ countries }), { rows: 'country' });
    expect(answer).toMatchObject({ known: 1, pairs: 2, multi_valued: true });
    const topics = Array.from({ length: 30 }, (_, index) => `topic ${String(index)}`);
    const { cells } = ask(programs({ topics }), { rows: 'topic' });
    expect(cells).toHaveLength(20);
    expect(cells.at(-1)).toMatchObject({ row: 'other values', observed: 11 });
  });
});

describe('scope', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.scope.answer(dataset, catalogue.scope.input.parse({ ...all, ...input })).result;

  it('compares both periods at the size of the smaller one', () => {
    const years = [2010, 2011, 2012, 2013] as const;
    const sectors: Program['sector'][] = ['police', 'police', 'health', 'media'];
    const dataset = programs(...years.map((year, index) => ({ year, sector: sectors[index] ?? 'other' })));
    const { periods, kinds } = ask(dataset, {});
    expect(periods.map(({ from, to, programs: count }) => [from, to, count])).toEqual([
      [2010, 2011, 2],
      [2012, 2013, 2],
    ]);
    expect(kinds[0]).toMatchObject({ kind: 'sector', rarefied_to: 2 });
    expect(kinds[0]?.periods.map(({ rarefied }) => rarefied?.expected)).toEqual([1, 2]);
    expect(ask(dataset, { split: 2013 }).kinds[0]?.periods[0]).toMatchObject({ mentions: 3, distinct: 2 });
  });

  it('says why it does not compare', () => {
    const lone = ask(programs({ year: 2012 }), { from: 2010, to: 2013 }).kinds[0];
    expect(lone?.rarefied_to).toMatchObject({ reason: 'empty-period' });
    expect(ask(none, {}).kinds[0]?.rarefied_to).toMatchObject({ reason: 'no-years' });
    expect(ask(none, { from: 2010, to: 2013 }).kinds[0]?.rarefied_to).toMatchObject({ reason: 'no-records' });
  });
});
