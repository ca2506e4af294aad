import { partnershipRanks, type Dataset } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { comprehensiveRank, levelsOn } from '../src/compute/partnerships.ts';
import { programs, published } from './datasets.ts';

type Row<Name extends 'transfers' | 'adoptions' | 'partnerships' | 'codings' | 'indicators'> = Dataset[Name][number];

/** Records that differ from the first published one of the table as given, each with an id of its own. */
function table<Name extends 'transfers' | 'adoptions' | 'partnerships'>(name: Name, ...changes: Partial<Row<Name>>[]) {
  const [first] = published[name];
  return { ...published, [name]: changes.map((change, index) => ({ ...first, id: `ZZ-00${index}`, ...change })) };
}

describe('transfers', () => {
  const ask = (dataset: Dataset, input: object = {}) =>
    catalogue.transfers.answer(dataset, catalogue.transfers.input.parse(input)).result;
  const money = (value: number | null, currency: Row<'transfers'>['currency']) =>
    ({ value, currency, date: '2015' }) as const;

  it('never adds up two currencies, and counts unknown values', () => {
    const dataset = table('transfers', money(5, 'USD'), money(7, 'USD'), money(100, 'CNY'), money(null, null));
    const { money: rows, without_value, n } = ask(dataset);
    expect(rows).toEqual([
      { currency: 'USD', records: 2, sum: 12, largest: 7 },
      { currency: 'CNY', records: 1, sum: 100, largest: 100 },
    ]);
    expect([n, without_value]).toEqual([4, 1]);
  });

  it('counts a record without a date only where the years take in every dated one', () => {
    const dataset = table('transfers', { date: '2010' }, { date: '2015-05' }, { date: null });
    expect(ask(dataset)).toMatchObject({ n: 3, undated: 1 });
    expect(ask(dataset).years.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 1]);
    expect(ask(dataset, { from: 2011 })).toMatchObject({ n: 1, undated: 0 });
  });

  it('says that there is none', () => {
    const none = { ...published, transfers: [] };
    const input = catalogue.transfers.input.parse({});
    const { input: filled, result } = catalogue.transfers.answer(none, input);
    expect(filled).toMatchObject({ from: null, to: null });
    expect(catalogue.transfers.finding(result, filled, none.meta)).toBe('The dataset has no record of transfers.');
  });
});

describe('adoptions', () => {
  it('never reads an unknown supplier as one from elsewhere', () => {
    const homes: Row<'adoptions'>['supplier_countries'][] = [['CN'], ['KZ', 'CN'], ['RU'], []];
    const changes = homes.map((supplier_countries) => ({ supplier_countries, status: 'operating' }) as const);
    const planned = { supplier_countries: ['CN'], status: 'planned' } as const;
    const { chinese_supplier, chinese_supplier_in_use, suppliers } = catalogue.adoptions.answer(
      table('adoptions', ...changes, planned, { supplier_countries: [], supplier: 'A; B; A', status: 'unknown' }),
      catalogue.adoptions.input.parse({}),
    ).result;
    expect(chinese_supplier).toMatchObject({ yes: 3, no: 1, unknown: 2 });
    expect(chinese_supplier_in_use).toMatchObject({ yes: 2, no: 1, unknown: 1 });
    expect(suppliers.filter(({ value }) => value === 'A' || value === 'B').map(({ count }) => count)).toEqual([1, 1]);
  });
});

describe('partnerships', () => {
  const step = (date: string, level: Row<'partnerships'>['level'], country: Row<'partnerships'>['country'] = 'KZ') =>
    ({ date, level, country, rank: partnershipRanks[level] }) as const;

  it('counts as comprehensive what the schema ranks so', () => {
    expect(comprehensiveRank).toBe(partnershipRanks.comprehensive_strategic_partnership);
  });

  it('takes the last record that is not later, and says where dates are too coarse', () => {
    const { partnerships } = table(
      'partnerships',
      step('2005-07-04', 'strategic_partnership'),
      step('2014', 'comprehensive_strategic_partnership'),
    );
    expect(levelsOn(partnerships, ['KZ', 'TM'], '2013-12-31')).toMatchObject([
      { level: 'strategic_partnership', since: '2005-07-04', certain: true },
      { country: 'TM', level: null, rank: null, certain: true },
    ]);
    expect(levelsOn(partnerships, ['KZ'], '2014-06-30')).toMatchObject([{ since: '2014', certain: false }]);
    expect(levelsOn(partnerships, ['KZ'], '2014')).toMatchObject([{ since: '2014', certain: true }]);
  });

  it('compares the years on both sides of the step, without its own, beside the trend', () => {
    const years = [2006, 2007, 2008, 2009, 2010, 2011, 2012].flatMap((year, place) =>
      new Array<number>([1, 1, 1, 9, 2, 2, 2][place] ?? 0).fill(year),
    );
    const own = programs(...years.map((year) => ({ year, countries: ['KZ'] as const })));
    const { partnerships } = table(
      'partnerships',
      step('2009', 'strategic_partnership'),
      step('2011', 'strategic_partnership'),
      step('2008', 'friendly_cooperation', 'KG'),
    );
    const input = catalogue.partnerships.input.parse({ scope: 'all', from: 2006, to: 2012 });
    const { steps } = catalogue.partnerships.answer({ ...own, partnerships }, input).result;
    expect(steps.map(({ kind, rate_ratio }) => [kind, 'reason' in rate_ratio && rate_ratio.reason])).toEqual([
      ['step', 'too-few-years'],
      ['step', false],
      ['same_level', 'too-few-years'],
    ]);
    const [early, taken] = steps;
    expect(early).toMatchObject({ years_before: 2, programs_before: 0, years_after: 4, p_holm: null, placebo: null });
    expect(taken).toMatchObject({
      years_before: 3,
      programs_before: 3,
      years_after: 3,
      programs_after: 6,
      placebo: null,
    });
    expect(taken?.rate_ratio.estimate).toBeCloseTo(2, 12);
    expect(taken?.p_holm).toBe(taken?.p_value);
    const { steps: asked } = catalogue.partnerships.answer(
      { ...own, partnerships: table('partnerships', step('2009', 'strategic_partnership', 'KG')).partnerships },
      input,
    ).result;
    expect(asked[0]?.rate_ratio).toMatchObject({ reason: 'too-few-years-with-records', n: 0, required: 2 });
  });

  it('calls growth no step: the placebo years of a steady rise show as much', () => {
    const years = Array.from({ length: 16 }, (_, place) => new Array<number>(place + 1).fill(2005 + place)).flat();
    const own = programs(...years.map((year) => ({ year, countries: ['KZ'] as const })));
    const { partnerships } = table('partnerships', step('2012', 'strategic_partnership'));
    const input = catalogue.partnerships.input.parse({ scope: 'all', from: 2005, to: 2020 });
    const [found] = catalogue.partnerships.answer({ ...own, partnerships }, input).result.steps;
    expect(found?.p_value).toBeGreaterThan(0.2);
    expect(found?.placebo?.years).toBe(9);
    expect(found?.placebo?.share).toBeCloseTo((found?.placebo?.as_large ?? NaN) / 9, 12);
  });
});

describe('indicators', () => {
  const ask = (dataset: Dataset, input: object = {}) =>
    catalogue.indicators.answer(dataset, catalogue.indicators.input.parse(input));

  it('keeps producers and editions apart', () => {
    const row = published.indicators.find(({ producer }) => producer === 'V-Dem Institute');
    const indicators = [
      { ...row, edition: 'one', year: 2010, value: 0.5 },
      { ...row, edition: 'one', year: 2012, value: 0.25 },
      { ...row, edition: 'two', year: 2012, value: 0.9 },
      { ...row, edition: 'one', year: 2015, value: 8, producer: 'Another' },
    ] as Row<'indicators'>[];
    const { series } = ask({ ...published, indicators }, { indicator: row?.indicator }).result;
    expect(series.map(({ producer, edition, change }) => [producer, edition, change])).toEqual([
      ['Another', 'one', 0],
      ['V-Dem Institute', 'one', -0.25],
      ['V-Dem Institute', 'two', 0],
    ]);
  });

  it('are those of rights and government, and others by name', () => {
    const producers = (input: object) => [
      ...new Set(ask(published, input).result.series.map(({ producer }) => producer)),
    ];
    expect(producers({})).toEqual(['V-Dem Institute']);
    expect(producers({ indicator: 'aiddata_total_fd' })).toEqual(['AidData']);
  });

  it('answers an unknown name with the names there are', () => {
    const { input, result } = ask(published, { indicator: 'no such' });
    expect(result.series).toEqual([]);
    expect(catalogue.indicators.finding(result, input, published.meta)).toContain(published.indicators[0]?.indicator);
  });
});

describe('compare', () => {
  const ask = (dataset: Dataset, input: object) =>
    catalogue.compare.answer(dataset, catalogue.compare.input.parse({ scope: 'all', ...input })).result;

  it('counts a program of several states and its people once in the row of all states', () => {
    const [row] = published.us_training_totals;
    const lines = (country: string) => ({ ...row, fiscal_year: '2006-2007', country, rows: 10 });
    const people = { value: 20, low: 20, high: 20, basis: 'exact' } as const;
    const course = (...countries: string[]) =>
      ({ start: '2007-03', year: 2007, countries, participants: people }) as Partial<
        (typeof published.programs)[number]
      >;
    const dataset = {
      ...programs(course('KZ', 'KG', 'TJ'), course('KG'), course('UZ')),
      us_training_totals: [lines('KZ'), lines('KG')],
    } as Dataset;
    const { countries } = ask(dataset, { from: 2007, to: 2007 });
    const counts = countries.map(({ country, programs: count, pairs, participants }) => [
      country,
      count,
      pairs,
      participants,
    ]);
    expect(counts).toEqual([
      ['KZ', 1, 1, 20],
      ['KG', 2, 2, 40],
      ['TJ', 0, 0, 0],
      ['TM', 0, 0, 0],
      ['UZ', 0, 0, 0],
      [null, 2, 3, 40],
    ]);
    expect(countries.at(-1)?.ratio.estimate).toBe(0.1);
  });

  it('keeps years without US lines unknown, and leaves them out of the ratio', () => {
    const start = (date: string) => ({ start: date, year: Number(date.slice(0, 4)), countries: ['KG'] as const });
    const [row] = published.us_training_totals;
    const us_training_totals = [{ ...row, fiscal_year: '2006-2007', country: 'KG', rows: 4 }];
    const dataset = { ...programs(start('2006-10'), start('2008-01'), start('2007')), us_training_totals } as Dataset;
    const { cells, countries, programs_without_month } = ask(dataset, { from: 2007, to: 2008, countries: ['KG'] });
    expect(cells.map(({ programs: count, course_lines }) => [count, course_lines])).toEqual([
      [1, 4],
      [1, null],
    ]);
    expect(countries[0]).toMatchObject({ fiscal_years: 1, fiscal_years_missing: 1, programs: 1, course_lines: 4 });
    expect(countries[0]?.ratio.estimate).toBe(0.25);
    expect(programs_without_month).toBe(1);
    expect(ask({ ...dataset, us_training_totals: [] }, {}).countries.at(-1)?.ratio).toMatchObject({
      reason: 'no-years',
    });
  });
});
