import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tables } from '@govexport/schema';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadDataset } from '../src/node.ts';
import { TableFile } from '../src/storage/read-parquet.ts';
import { groupRows, TableWriter } from '../src/storage/write-parquet.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parquet-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Row = Readonly<Record<string, unknown>>;

function written(table: { name: string; description: string; record: z.ZodObject }, rows: readonly Row[]): string {
  const path = join(folder, `${table.name}.parquet`);
  const writer = new TableWriter(path, table);
  for (const row of rows) writer.add(row);
  writer.finish();
  return path;
}

test('every table of the published dataset comes back as it was', () => {
  const dataset = loadDataset();
  for (const table of tables) {
    const rows = dataset[table.name] as readonly Row[];
    const file = new TableFile(written(table, rows));
    expect(file.rows).toBe(rows.length);
    expect(file.columns).toEqual(Object.keys(table.record.shape));
    expect([...file.records()]).toEqual(rows);
  }
});

test('another program reads lists, groups, whole numbers and dates as what they are', async () => {
  const [programs] = tables;
  const rows = loadDataset().programs;
  const path = written(programs, rows);
  const connection = await (await DuckDBInstance.create()).connect();
  const read = await connection.runAndReadAll(`select * from '${path}'`);
  expect(read.getRowObjectsJson()).toEqual(rows);
  const described = await connection.runAndReadAll(`describe select * from '${path}'`);
  const types: unknown = Object.fromEntries(
    described.getRowObjectsJson().map(({ column_name, column_type }) => [column_name, column_type]),
  );
  expect(types).toMatchObject({
    start: 'VARCHAR',
    year: 'INTEGER',
    countries: 'VARCHAR[]',
    recipient_agencies: 'STRUCT("name" VARCHAR, country VARCHAR)[]',
    participants: 'STRUCT("value" INTEGER, low INTEGER, high INTEGER, basis VARCHAR)',
    technology_component: 'BOOLEAN',
  });
});

describe('records of any shape', () => {
  const record = z.strictObject({
    id: z.string(),
    text: z.string().nullable(),
    whole: z.int().nullable(),
    number: z.number().nullable(),
    said: z.boolean().nullable(),
    list: z.array(z.string()),
    numbers: z.array(z.int()),
    groups: z.array(z.strictObject({ name: z.string(), code: z.string().nullable() })),
    group: z.strictObject({ low: z.int().nullable(), of: z.array(z.string()), basis: z.string() }),
  });
  const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const text = fc.string({ unit: 'grapheme' });
  const whole = fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 });
  const arbitrary = fc.record({
    id: text,
    text: orNull(text),
    whole: orNull(whole),
    number: orNull(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
    said: orNull(fc.boolean()),
    list: fc.array(text),
    numbers: fc.array(whole),
    groups: fc.array(fc.record({ name: text, code: orNull(text) })),
    group: fc.record({ low: orNull(whole), of: fc.array(text), basis: text }),
  });
  const table = { name: 'shapes', description: 'Shapes.', record };

  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 40 }), (rows) => {
        expect([...new TableFile(written(table, rows)).records()]).toEqual(rows);
      }),
      { seed: 20, numRuns: 150 },
    );
  });

  test('come back over several groups of rows, the same bytes each time', () => {
    const few = fc.sample(arbitrary, { numRuns: 50, seed: 21 });
    const rows = Array.from({ length: groupRows + 10 }, (_, at) => ({ ...few[at % few.length], id: `A-${at}` }));
    const path = written(table, rows);
    const bytes = readFileSync(path);
    expect([...new TableFile(path).records()]).toEqual(rows);
    expect(readFileSync(written(table, rows)).equals(bytes)).toBe(true);
  });

  test('a whole number that its column cannot hold is refused', () => {
    const [row] = fc.sample(arbitrary, { numRuns: 1, seed: 22 });
    const writer = new TableWriter(join(folder, 'large.parquet'), table);
    expect(() => {
      writer.add({ ...row, id: 'A-001', group: { low: 3_000_000_000, of: [], basis: '' } });
    }).toThrow('shapes A-001: group.low is 3000000000; expected a whole number of at most 2147483647');
    writer.close();
  });
});

test('a file that is none, is cut or is empty is refused as a whole', () => {
  const path = join(folder, 'cut.parquet');
  const whole = readFileSync(written(tables[1], loadDataset().sources));
  const contents = [Buffer.alloc(0), Buffer.from('PAR1'), Buffer.from('no table at all'), whole.subarray(0, -20)];
  for (const content of contents) {
    writeFileSync(path, content);
    expect(() => new TableFile(path)).toThrow('no Parquet, or damaged');
  }
  const damaged = Buffer.from(whole);
  damaged.fill(255, 40, 400);
  writeFileSync(path, damaged);
  expect(() => [...new TableFile(path).records()]).toThrow('no Parquet, or damaged');
});
