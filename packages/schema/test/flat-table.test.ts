import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  csvText,
  defineTable,
  escapeCell,
  flatTablesOf,
  parseDataset,
  tables,
  tableSchemaOf,
  unescapeCell,
} from '../src/index.ts';
import { filesWith } from './valid-records.ts';

const record = z.strictObject({
  id: z.string(),
  tags: z.array(z.string()).describe('Tags.'),
  size: z.strictObject({ low: z.number().nullable(), of: z.array(z.string()) }),
  bodies: z.array(z.strictObject({ name: z.string() })),
});
const base = { singular: 'big thing', title: 'Things', description: 'All.', storage: 'records' } as const;
const things = defineTable({ ...base, name: 'things', record, key: ['id'], references: { tags: 'words' } });
const rows = [
  { id: 'A', tags: ['x', 'y'], size: { low: 1, of: [] }, bodies: [{ name: 'B' }] },
  { id: 'B', tags: [], size: { low: null, of: ['z'] }, bodies: [] },
];

describe('a table of records becomes tables with one value in a cell', () => {
  const flat = flatTablesOf(things);
  const rowsOf = (name: string) => flat.find((table) => table.name === name)?.rowsOf(rows);

  test('one for itself and one for each list', () => {
    expect(flat.map(({ name }) => name)).toEqual(['things', 'things_tags', 'things_size_of', 'things_bodies']);
  });

  test('groups become columns, lists are joined, a list of groups is left to its own table', () => {
    expect(rowsOf('things')).toEqual([
      { id: 'A', tags: 'x; y', size_low: 1, size_of: null },
      { id: 'B', tags: null, size_low: null, size_of: 'z' },
    ]);
    expect(flat[0]?.joined).toEqual(['tags', 'size_of']);
  });

  test('a long table has the key, the position and the value', () => {
    expect(rowsOf('things_tags')).toEqual([
      { big_thing_id: 'A', position: 1, value: 'x' },
      { big_thing_id: 'A', position: 2, value: 'y' },
    ]);
    expect(rowsOf('things_size_of')).toEqual([{ big_thing_id: 'B', position: 1, value: 'z' }]);
    expect(rowsOf('things_bodies')).toEqual([{ big_thing_id: 'A', position: 1, name: 'B' }]);
  });

  test('a long table refers to the record and to what its values name', () => {
    expect(tableSchemaOf(flat[1] ?? things).foreignKeys).toEqual([
      { fields: ['big_thing_id'], reference: { resource: 'things', fields: ['id'] } },
      { fields: ['value'], reference: { resource: 'words', fields: ['id'] } },
    ]);
  });

  test('a value that holds the separator is refused', () => {
    expect(() => flat[0]?.rowsOf([{ ...rows[0], tags: ['a; b'] }])).toThrow('“a; b” cannot be joined: it holds “; ”');
  });

  test('fields that would get the same name are refused', () => {
    const clash = z.strictObject({ id: z.string(), a_b: z.string(), a: z.strictObject({ b: z.string() }) });
    const table = defineTable({ ...base, name: 'things', record: clash, key: ['id'] });
    expect(() => flatTablesOf(table)).toThrow('two fields of things flatten alike');
  });
});

test('every flat table of the dataset has rows that fit its own schema', () => {
  const parsed = parseDataset(filesWith({}));
  if (!parsed.ok) throw new Error('the example records do not fit');
  for (const table of tables) {
    for (const flat of flatTablesOf(table)) {
      for (const row of flat.rowsOf(parsed.tables[table.name])) expect(flat.record.parse(row)).toEqual(row);
    }
  }
});

describe('cells that a spreadsheet would run', () => {
  test.each(['=1+1', '+1', '-1', '@a', '\tx', '\rx', "'x"])('%j gets an apostrophe', (text) => {
    expect(escapeCell(text)).toBe(`'${text}`);
  });

  test('any text comes back, and none begins with a sign that is run', () => {
    const odd = fc.stringMatching(/^[=+\-@\t\r']{0,3}.{0,5}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), odd), (text) => {
        const cell = escapeCell(text);
        return unescapeCell(cell) === text && !/^[=+\-@\t\r]/.test(cell);
      }),
    );
  });
});

test('CSV quotes what needs it and leaves a cell empty for null', () => {
  expect(csvText(['a', 'b', 'c', 'd'], [{ a: 'x,"y"', b: null, c: 1.5, d: true }])).toBe(
    'a,b,c,d\n"x,""y""",,1.5,true\n',
  );
});
