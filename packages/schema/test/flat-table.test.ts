import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  cellTypeOf,
  csvText,
  defineTable,
  escapeCell,
  escapedCsvText,
  flatTablesOf,
  ndjsonText,
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
  bodies: z.array(z.strictObject({ name: z.string(), town: z.string().nullable() })),
  held: z.boolean().nullable(),
});
const base = { singular: 'big thing', title: 'Things', description: 'All.', storage: 'records' } as const;
const things = defineTable({ ...base, name: 'things', record, key: ['id'], references: { tags: 'words' } });
const rows = [
  {
    id: 'A',
    tags: ['x', 'y'],
    size: { low: 1, of: [] },
    bodies: [
      { name: 'B', town: 'Osh' },
      { name: 'C', town: null },
    ],
    held: false,
  },
  { id: 'B', tags: [], size: { low: null, of: ['z'] }, bodies: [], held: null },
];

describe('a table of records becomes tables with one value in a cell', () => {
  const flat = flatTablesOf(things);
  const rowsOf = (name: string) => flat.find((table) => table.name === name)?.rowsOf(rows).rows;

  test('one for itself and one for each list', () => {
    expect(flat.map(({ name }) => name)).toEqual(['things', 'things_tags', 'things_size_of', 'things_bodies']);
  });

  test('groups become columns, lists are joined, and a group in a list is its name with the rest in brackets', () => {
    expect(rowsOf('things')).toEqual([
      { id: 'A', tags: 'x; y', size_low: 1, size_of: null, bodies: 'B (Osh); C', held: false },
      { id: 'B', tags: null, size_low: null, size_of: 'z', bodies: null, held: null },
    ]);
    expect(flat[0]?.joined).toEqual(['tags', 'size_of', 'bodies']);
  });

  test.each([[rows], [rows.slice(1)], [[]]])('the columns and their types are those of the schema for %j', (given) => {
    expect(flat[0]?.rowsOf(given).columns).toEqual([
      { name: 'id', type: 'text' },
      { name: 'tags', type: 'text' },
      { name: 'size_low', type: 'number' },
      { name: 'size_of', type: 'text' },
      { name: 'bodies', type: 'text' },
      { name: 'held', type: 'boolean' },
    ]);
  });

  test('of chosen fields there are columns, in schema order, whatever the rows hold', () => {
    const chosen = flat[0]?.rowsOf([{ id: 'A', size: rows[0]?.size }], ['size', 'id']);
    expect(chosen?.columns.map(({ name }) => name)).toEqual(['id', 'size_low', 'size_of']);
    expect(chosen?.rows).toEqual([{ id: 'A', size_low: 1, size_of: null }]);
    expect(flat[0]?.rowsOf([], ['size']).columns.map(({ name }) => name)).toEqual(['size_low', 'size_of']);
  });

  test('beside the rows stand the records, with their lists and groups', () => {
    expect(flat[0]?.rowsOf(rows).records).toBe(rows);
    expect(flat[1]?.rowsOf(rows).records).toEqual(rowsOf('things_tags'));
  });

  test('a long table has the key, the position and the value', () => {
    expect(rowsOf('things_tags')).toEqual([
      { big_thing_id: 'A', position: 1, value: 'x' },
      { big_thing_id: 'A', position: 2, value: 'y' },
    ]);
    expect(rowsOf('things_size_of')).toEqual([{ big_thing_id: 'B', position: 1, value: 'z' }]);
    expect(rowsOf('things_bodies')).toEqual([
      { big_thing_id: 'A', position: 1, name: 'B', town: 'Osh' },
      { big_thing_id: 'A', position: 2, name: 'C', town: null },
    ]);
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

test('every flat table of the dataset has rows that fit its own schema, and the types of its Table Schema', () => {
  const parsed = parseDataset(filesWith({}));
  if (!parsed.ok) throw new Error('the example records do not fit');
  for (const table of tables) {
    for (const flat of flatTablesOf(table)) {
      const { columns, rows: flattened } = flat.rowsOf(parsed.tables[table.name]);
      for (const row of flattened) expect(flat.record.parse(row)).toEqual(row);
      const types = tableSchemaOf(flat).fields.map(({ type }) => (type === 'string' ? 'text' : type));
      expect(columns.map(({ type }) => type)).toEqual(types);
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

test('CSV for spreadsheets escapes texts only', () => {
  const columns = [{ name: 'a' }, { name: 'b' }];
  expect(escapedCsvText({ columns, rows: [{ a: '-x', b: -1 }] })).toBe("a,b\n'-x,-1\n");
});

test('NDJSON has a line for each record, and none without', () => {
  expect(ndjsonText(rows.slice(1))).toBe(
    '{"id":"B","tags":[],"size":{"low":null,"of":["z"]},"bodies":[],"held":null}\n',
  );
  expect(ndjsonText([])).toBe('');
});

test.each([
  [z.int().min(0), 'integer'],
  [z.number().nullable(), 'number'],
  [z.boolean().nullable(), 'boolean'],
  [z.enum(['a', 'b']), 'text'],
])('%# has its type from the schema', (field, type) => {
  expect(cellTypeOf(field)).toBe(type);
});
