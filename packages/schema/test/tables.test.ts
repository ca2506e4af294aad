import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { canonicalContent, defineTable, parseDataset, pathOf, tables, vocabularies } from '../src/index.ts';
import { contextRecords } from './context-records.ts';
import { filesWith, meta, program, sentences, source } from './valid-records.ts';

type ContextTable = keyof typeof contextRecords;

const withRecord = (table: ContextTable, patch: object) => {
  const { file, value } = contextRecords[table];
  return { ...filesWith({}), [table]: [{ file, value: { ...value, ...patch } }] };
};

test('the tables are these, in this order', () => {
  expect(tables.map(pathOf)).toEqual([
    'programs',
    'sources',
    'partnerships',
    'transfers',
    'adoptions',
    'agreements',
    'institutions',
    'pledges_and_totals',
    'rights_events',
    'codings.csv',
    'reviews',
    'leads.csv',
    'indicators.csv',
    'countries.csv',
    'places.csv',
    'borders.csv',
    'us_training_totals.csv',
    'aid_projects.csv',
    'aliases.csv',
    'withdrawn.csv',
  ]);
});

describe.each(tables)('table $name', ({ title, singular, description, key, record, references, storage }) => {
  test('says what it is', () => {
    expect(title).toMatch(/^\p{Lu}/u);
    expect(singular).not.toBe('');
    expect(description).toMatch(/\.$/);
  });

  test('is identified by its fields and refers to tables that there are', () => {
    for (const field of key) expect(Object.keys(record.shape)).toContain(field);
    if (storage === 'records') expect(key).toEqual(['id']);
    for (const to of Object.values(references)) expect(tables.map(({ name }) => name)).toContain(to);
  });

  test('names only vocabularies that there are', () => {
    for (const field of Object.values(record.shape) as z.ZodType[]) {
      const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
      if (inner instanceof z.ZodEnum)
        expect(vocabularies[String(inner.meta()?.['x-vocabulary'])]?.values).toEqual(inner.options);
    }
  });
});

describe('defineTable', () => {
  const record = z.strictObject({ id: z.string(), many: z.array(z.string()) });
  const base = { name: 'things', singular: 'thing', title: 'Things', description: 'All.', record };

  test('refuses a key that is no field', () => {
    const key = ['name'] as unknown as ['id'];
    expect(() => defineTable({ ...base, key, storage: 'records' }).record).toThrow('table things has no field “name”');
  });

  test('refuses a reference that is no field', () => {
    const references = { source: 'sources' } as object;
    expect(() => defineTable({ ...base, key: ['id'], storage: 'records', references }).record).toThrow(
      'no field “source”',
    );
  });

  test('refuses a series with a list in a cell', () => {
    expect(() => defineTable({ ...base, key: ['id'], storage: 'series' }).record).toThrow('“many” holds more');
  });
});

describe('a dataset with context tables', () => {
  test.each(Object.keys(contextRecords) as ContextTable[])('takes a valid record of %s', (table) => {
    const parsed = parseDataset(withRecord(table, {}));
    expect(parsed.ok && parsed.tables[table]).toEqual([contextRecords[table].value]);
  });

  test.each<[ContextTable, object, string]>([
    ['partnerships', { rank: 3 }, 'rank is 3; expected 2, the rank of strategic_partnership'],
    ['transfers', { currency: null }, 'currency is null; expected a value of its vocabulary, since a value is given'],
    ['transfers', { value: null, currency: null }, 'value_basis is "stated"; expected null where no value is given'],
    ['transfers', { value: -1 }, 'value is -1; expected at least 0, or null'],
    ['adoptions', { currency: 'USD' }, 'currency is "USD"; expected null where no value is given'],
    ['adoptions', { value: 1 }, 'currency is null; expected a currency, since a value is given'],
    ['pledges_and_totals', { value_low: 101 }, 'value_low is 101; expected at most 100'],
    ['pledges_and_totals', { value_high: 99 }, 'value_high is 99; expected at least 100'],
    ['pledges_and_totals', { value: null, value_low: 101 }, 'value_low is 101; expected at most 100'],
    ['pledges_and_totals', { period_to: '2014' }, 'period_to is "2014"; expected a date not before period_from 2015'],
    ['codings', { program: 'GX-0009' }, 'program is "GX-0009"; expected the id of a program in this dataset'],
    ['codings', { program: 'S-0001' }, 'program is "S-0001"; expected the id of a program in this dataset'],
    ['us_training_totals', { rows: 0 }, 'rows is 0; expected at least 1'],
    ['us_training_totals', { trainees: null }, 'trainees is null; expected a sum of 1 lines'],
    ['us_training_totals', { cost_usd: 5 }, 'cost_usd is 5; expected null where no line gives a number'],
    ['us_training_totals', { cost_known_rows: 3 }, 'cost_known_rows is 3; expected at most rows 2'],
    [
      'us_training_totals',
      { fiscal_year: '2006-2008' },
      'fiscal_year is "2006-2008"; expected two years that follow one another, such as 2006-2007',
    ],
    ['aid_projects', { amount: null }, 'currency is "CNY"; expected null where no amount is given'],
    ['aid_projects', { usd_constant_base: null }, 'usd_constant_base is null; expected the base year of usd_constant'],
    [
      'aid_projects',
      { country: 'AF' },
      'country is "AF"; expected one of KZ, KG, TJ, TM, UZ, the recipients in dataset.json, or null',
    ],
    ['transfers', { sources: ['S-0002'] }, 'sources.0 is "S-0002"; expected the id of a source in this dataset'],
  ])('refuses %s with %j', (table, patch, sentence) => {
    expect(sentences(withRecord(table, patch))).toEqual([`${contextRecords[table].file}: ${sentence}`]);
  });

  test('a source that a context record alone cites is used', () => {
    const second = { file: 'sources/CS-0001.json', value: { ...source, id: 'CS-0001' } };
    const files = withRecord('transfers', { sources: ['CS-0001'] });
    expect(sentences({ ...files, sources: [...(files.sources ?? []), second] })).toEqual([]);
  });

  test('an id is unique over all tables', () => {
    const files = withRecord('transfers', { id: 'GX-0001' });
    expect(sentences(files)).toEqual([
      'transfers/TR-001.json: GX-0001: id is "GX-0001"; expected an id of its own; programs/GX-0001.json has it',
    ]);
  });

  test('a row of a series stands once', () => {
    const { codings } = contextRecords;
    const files = { ...filesWith({}), codings: [codings, { ...codings, file: 'codings.csv:3' }] };
    expect(sentences(files)).toEqual([
      'codings.csv:3: round, program, coder, field is 1, "GX-0001", "A", "format"; expected a row of its own; codings.csv:2 has it',
    ]);
  });

  test('rows are sorted by their key, numbers by size', () => {
    const { file, value } = contextRecords.codings;
    const codings = [10, 9, 1].map((round) => ({ file, value: { ...value, round } }));
    const parsed = parseDataset({ ...filesWith({}), codings });
    expect(parsed.ok && parsed.tables.codings.map(({ round }) => round)).toEqual([1, 9, 10]);
  });

  test('a table that nobody filled leaves the hashed text as it was', () => {
    const bare = { meta, programs: [program], sources: [source] };
    expect(canonicalContent({ ...bare, transfers: [] })).toBe(canonicalContent(bare));
    expect(canonicalContent({ ...bare, transfers: [1] })).toBe(
      canonicalContent(bare).replace(/\}$/, ',"transfers":[1]}'),
    );
  });
});
