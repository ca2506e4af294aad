import type { Dataset } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { panelsOf } from '../src/derived/panels.ts';
import { loadDataset } from '../src/node.ts';

const dataset = loadDataset();
const program = {
  ...dataset.programs[0],
  year: 2010,
  countries: ['KG', 'KZ'],
  venue: 'in_sender',
  recommended_for_aggregates: true,
  security_related: true,
} as Dataset['programs'][number];
const panelOf = (programs: Dataset['programs'], at = 0) => panelsOf({ ...dataset, programs })[at]?.rows ?? [];
const cell = (programs: Dataset['programs'], iso2: string, year: number) =>
  panelOf(programs).find((row) => row['iso2'] === iso2 && row['year'] === year);

describe('the panel by country and year', () => {
  test('has a row for every state and every year between the first and the last', () => {
    const rows = panelOf([program, { ...program, year: 2013 }]);
    expect(rows).toHaveLength(5 * 4);
    expect(rows.filter(({ iso2 }) => iso2 === 'UZ').map(({ year }) => year)).toEqual([2010, 2011, 2012, 2013]);
  });

  test('counts a program once for each of its states, and writes zero elsewhere', () => {
    expect(cell([program], 'KG', 2010)).toEqual({
      iso2: 'KG',
      iso3: 'KGZ',
      cow_code: 703,
      gw_code: 703,
      name: 'Kyrgyzstan',
      year: 2010,
      programs: 1,
      programs_all: 1,
      security_yes: 1,
      security_no: 0,
      security_unknown: 0,
    });
    expect(cell([program], 'KZ', 2010)).toMatchObject({ programs: 1 });
    expect(cell([program], 'TM', 2010)).toMatchObject({ programs: 0, programs_all: 0 });
  });

  test.each([{ venue: 'online' as const }, { recommended_for_aggregates: false }])(
    'counts %j among all records only',
    (patch) => {
      expect(cell([{ ...program, ...patch }], 'KG', 2010)).toMatchObject({
        programs: 0,
        programs_all: 1,
        security_yes: 0,
      });
    },
  );

  test('keeps unknown apart from no', () => {
    const programs = [program, { ...program, security_related: null }, { ...program, security_related: false }];
    expect(cell(programs, 'KG', 2010)).toMatchObject({ security_yes: 1, security_no: 1, security_unknown: 1 });
  });

  test('of the published dataset adds up to its programs and states', () => {
    const pairs = dataset.programs.flatMap(({ countries }) => countries).length;
    const all = panelOf(dataset.programs).reduce((sum, row) => sum + Number(row['programs_all']), 0);
    expect(all).toBe(pairs);
  });
});

test('the panel by dyad has China first and the same numbers', () => {
  const [row] = panelOf([program], 1);
  expect(row).toMatchObject({ iso2_1: 'CN', cow_code_1: 710, iso2_2: 'KG', iso3_2: 'KGZ', programs: 1 });
});

test('a dataset without programs has no rows, one without codes is refused', () => {
  expect(panelOf([])).toEqual([]);
  expect(() => panelsOf({ ...dataset, countries: [] })).toThrow('countries.csv has no row for');
});

test('rows fit the schema of their table', () => {
  for (const { table, rows } of panelsOf(dataset)) {
    for (const row of rows) expect(table.record.parse(row)).toEqual(row);
  }
});
