import { canonicalJson, type Dataset } from '@govexport/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { catalogue, flatRowsOf, statisticNames, type StatisticName } from '../src/index.ts';
import type { Table } from '../src/table.ts';
import { published, shuffled, withPrograms } from './datasets.ts';

const seed = 20_221_124;

interface AnyStatistic {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly reference: string;
  readonly input: z.ZodType;
  readonly envelope: z.ZodType;
  readonly answer: (dataset: Dataset, input: unknown) => { input: unknown; result: unknown };
  readonly tables: (result: unknown, input: unknown, world: object) => Table[];
  readonly finding: (result: unknown, input: unknown, world: object) => string;
  readonly chart: { table: string; label: string; value: string; low: string | null; high: string | null } | null;
}

/** Cells that a column of a type cannot hold. */
const unfit = {
  text: (cell: unknown) => cell !== null && typeof cell !== 'string',
  integer: (cell: unknown) => cell !== null && !Number.isInteger(cell),
  number: (cell: unknown) => cell !== null && !Number.isFinite(cell),
  boolean: (cell: unknown) => cell !== null && typeof cell !== 'boolean',
};

const statistics = statisticNames.map((name) => catalogue[name] as unknown as AnyStatistic);

function ask(statistic: AnyStatistic, dataset: Dataset, input: object) {
  return statistic.answer(dataset, statistic.input.parse(input));
}

describe.each(statistics)('$name', (statistic) => {
  it('stands in the catalogue under its own name, with words for people', () => {
    expect(catalogue[statistic.name as StatisticName]).toBe(statistic);
    for (const words of [statistic.title, statistic.summary, statistic.reference]) expect(words).not.toBe('');
  });

  it('gives the same answer whatever the order of the rows', () => {
    const expected = canonicalJson(ask(statistic, published, {}));
    const places = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 97 });
    fc.assert(
      fc.property(places, (order) => canonicalJson(ask(statistic, shuffled(published, order), {})) === expected),
      { seed, numRuns: 30 },
    );
  });

  it('gives the same answer whatever the order and repetition of the input’s lists', () => {
    const one = ask(statistic, published, { countries: ['KZ', 'KG'], venues: ['hybrid', 'in_sender'] });
    const other = ask(statistic, published, { countries: ['KG', 'KZ', 'KG'], venues: ['in_sender', 'hybrid'] });
    expect(canonicalJson(one)).toBe(canonicalJson(other));
  });

  it.each([
    ['no record', withPrograms([])],
    ['one record', withPrograms(published.programs.slice(0, 1))],
    ['one year', withPrograms(published.programs.filter(({ year }) => year === 2018))],
  ])('answers a dataset of %s in words, tables and numbers', (_, dataset) => {
    const { input, result } = ask(statistic, dataset, { scope: 'all' });
    expect(statistic.finding(result, input, published.meta)).toMatch(/^[A-Z0-9].*\.$/);
    const tables = statistic.tables(result, input, published.meta);
    expect(tables.length).toBeGreaterThan(0);
    for (const { columns, rows } of tables) {
      for (const row of rows) expect(Object.keys(row)).toEqual(columns.map(({ key }) => key));
    }
  });

  it('has columns of the same types however few the rows, and cells that fit them', () => {
    const typesOf = (dataset: Dataset) => {
      const { input, result } = ask(statistic, dataset, { scope: 'all' });
      const files = statistic.tables(result, input, published.meta).map(flatRowsOf);
      for (const { columns, rows } of files) {
        for (const { name, type } of columns) expect(rows.map((row) => row[name]).filter(unfit[type])).toEqual([]);
      }
      return files.map(({ columns }) => columns);
    };
    const whole = typesOf(published);
    for (const programs of [[], published.programs.slice(0, 1)]) {
      const few = typesOf(withPrograms(programs));
      // The years of the coverage have a column for each language and kind of publisher that is met.
      if (statistic.name === 'coverage') {
        few.forEach((columns, at) => expect(whole[at]).toEqual(expect.arrayContaining([...columns])));
      } else expect(few).toEqual(whole);
    }
  });

  it('answers with its own input, which gives the same answer again', () => {
    const first = ask(statistic, published, { scope: 'article', level: 0.9 });
    const again = ask(statistic, published, first.input as object);
    expect(canonicalJson(again)).toBe(canonicalJson(first));
    expect(statistic.envelope.parse(JSON.parse(canonicalJson(first)))).toEqual(first);
  });

  it('names tables and columns that exist in its chart', () => {
    const { input, result } = ask(statistic, published, {});
    const { chart } = statistic;
    const table = statistic.tables(result, input, published.meta).find(({ name }) => name === chart?.table);
    const keys = table?.columns.map(({ key }) => key);
    const named = [chart?.label, chart?.value, chart?.low, chart?.high].filter((key) => typeof key === 'string');
    expect(keys).toEqual(expect.arrayContaining(named));
  });

  it('keeps its words and tables of the published dataset', async () => {
    const { input, result } = ask(statistic, published, {});
    const text = [
      statistic.finding(result, input, published.meta),
      ...statistic.tables(result, input, published.meta).map(printed),
    ].join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`golden/${statistic.name}.txt`);
  });
});

function printed({ title, note, columns, rows }: Table): string {
  const lines = [columns.map(({ label }) => label), ...rows.map((row) => columns.map(({ key }) => String(row[key])))];
  return [title, ...(note === null ? [] : [note]), ...lines.map((cells) => cells.join(' | '))].join('\n');
}
