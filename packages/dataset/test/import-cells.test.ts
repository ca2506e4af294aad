import { describe, expect, it } from 'vitest';
import { imported } from './import-lines.ts';
import { mapping } from './small-mapping.ts';

const rules = mapping.programs;

describe('cells as people write them', () => {
  it('states by their names in three languages, dates and words for yes without a rule', async () => {
    const programs = {
      ...rules,
      countries: { column: 'Country' },
      technology_component: { column: 'Technology' },
      start: { column: 'Date' },
    };
    const { tables } = await imported(
      [
        'A,12 мая 2014 г.,Казахстан; 乌兹别克斯坦,да,,',
        'B,May-June 2018,Kyrgyzstan / KZ,n,,',
        'C,２０１６年,"TJ, TM",是,,',
      ],
      { programs },
    );
    expect(
      tables.programs.map(({ start, end, countries, technology_component }) => [
        start,
        end,
        countries,
        technology_component,
      ]),
    ).toEqual([
      ['2014-05-12', null, ['KZ', 'UZ'], true],
      ['2018-05', '2018-06', ['KG', 'KZ'], false],
      ['2016', null, ['TJ', 'TM'], true],
    ]);
  });

  it('quarters where years begin in January, and nowhere else', async () => {
    const { tables } = await imported(['A,Q2 2014,,,,']);
    expect(tables.programs.map(({ start, end }) => [start, end])).toEqual([['2014-04', '2014-06']]);
    const dataset = { ...(mapping.dataset as object), year_starts_in: 10 };
    await expect(imported(['A,Q2 2014,,,,'], { dataset })).rejects.toThrow(/start .* "Q2 2014"/);
  });

  it('figures with bounds, thousands, units and words', async () => {
    const programs = { ...rules, participants: { column: 'Days' }, duration_days: undefined };
    const { tables } = await imported(
      ['20', '"1,200"', '1 200', '>20', '30人', '二十余人', 'около 30', '25-30', ''].map(
        (figure, at) => `P${at},2014,,,${figure},`,
      ),
      { programs },
    );
    expect(tables.programs.map(({ participants: { value, low, high, basis } }) => [value, low, high, basis])).toEqual([
      [20, 20, 20, 'exact'],
      [1200, 1200, 1200, 'exact'],
      [1200, 1200, 1200, 'exact'],
      [20, 20, null, 'rounded'],
      [30, 30, 30, 'exact'],
      [20, 20, null, 'rounded'],
      [30, null, null, 'rounded'],
      [null, 25, 30, 'rounded'],
      [null, null, null, 'unknown'],
    ]);
  });

  it('a constant basis is given to rows with a figure', async () => {
    const programs = {
      ...rules,
      participants_value: { column: 'Days' },
      participants_basis: { constant: 'includes_other_countries' },
      duration_days: undefined,
    };
    const { tables } = await imported(['A,2014,,,20,', 'B,2014,,,,'], { programs });
    expect(tables.programs.map(({ participants }) => participants.basis)).toEqual([
      'includes_other_countries',
      'unknown',
    ]);
  });

  it('one column for each state, and what every other text stands for', async () => {
    const programs = {
      ...rules,
      countries: { columns: { Country: 'KZ', Technology: 'UZ' } },
      technology_component: undefined,
      sector: { column: 'Days', values: { police: 'police' }, otherwise: 'unknown' },
      duration_days: undefined,
    };
    const { tables } = await imported(['A,2014,x,✓,police,', 'B,2014,,1,anything,', 'C,2014,no,-,,'], {
      programs,
      unknown: ['-'],
    });
    expect(tables.programs.map(({ countries, sector }) => [countries, sector])).toEqual([
      [['KZ', 'UZ'], 'police'],
      [['UZ'], 'unknown'],
      [[], 'unknown'],
    ]);
  });

  it('an empty cell stands for what the mapping says, else for nothing known', async () => {
    const accessed = { column: 'Days', empty: '2026-01' };
    const sources = { ...mapping.sources, accessed };
    const programs = { ...rules, duration_days: undefined };
    const lines = ['A,2014,,,2020,https://example.org/1', 'B,2014,,,,https://example.org/2'];
    const { tables } = await imported(lines, { programs, sources });
    expect(tables.sources.map((source) => source.accessed)).toEqual(['2020', '2026-01']);
  });

  it('what a spreadsheet adds to a whole number and a day is no part of it', async () => {
    const { tables } = await imported(['A,2014.0,,,20.0,', 'B,2014-05-12 00:00:00,,,,']);
    expect(tables.programs.map(({ start, duration_days }) => [start, duration_days])).toEqual([
      ['2014', 20],
      ['2014-05-12', null],
    ]);
  });

  it('is one problem a cell, with what helps', async () => {
    await expect(
      imported(['A,41764,,,,', 'B,3/5/2014,,,,'], { programs: { ...rules, start: { column: 'Date' } } }),
    ).rejects.toMatchObject({
      problems: [
        {
          file: 'table.csv:2',
          field: 'start (column B "Date")',
          expected: expect.stringContaining('41764 is the day 2014-05-05 as Excel counts') as string,
        },
        {
          file: 'table.csv:3',
          field: 'start (column B "Date")',
          expected: expect.stringContaining('"dates": ["DD/MM/YYYY"] or ["MM/DD/YYYY"]') as string,
        },
      ],
    });
  });

  it('a legend and a line of totals are passed over, and told', async () => {
    const { rows, passed_over } = await imported(['A,2014,,,,', ',,Kazakhstan,,,', ',,,,,']);
    expect(rows).toBe(1);
    expect(passed_over).toEqual(['row 3, without "Topic", "Date", "Link": "Kazakhstan"']);
  });
});
