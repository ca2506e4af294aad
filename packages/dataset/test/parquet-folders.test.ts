import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { tables } from '@govexport/schema';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DatasetError } from '../src/dataset-error.ts';
import { importInto } from '../src/import/import-into.ts';
import { parseMapping } from '../src/import/mapping.ts';
import { readDataset } from '../src/read-dataset.ts';
import { prepareRecord } from '../src/records/add-record.ts';
import { mostInMemory } from '../src/storage/parquet-tables.ts';
import { TableWriter } from '../src/storage/write-parquet.ts';
import { validateFolder } from '../src/validation/validate-folder.ts';
import { chunksOf, mapping } from './small-mapping.ts';

const [programs] = tables;
let folder = '';
let home = '';
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'parquet-folder-'));
  folder = join(home, 'data');
  const lines = ['One', 'Two', 'Three'].map((title) => `${title},2014-05-12,Uzbekistan,no,,https://example.org/a\n`);
  const source = { name: 'table.csv', chunks: chunksOf('Topic,Date,Country,Technology,Days,Link\n', ...lines) };
  const given = parseMapping('map.json', JSON.parse(JSON.stringify(mapping)));
  await importInto(folder, { source, mapping: given, mapping_name: 'map.json' }, 'parquet');
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

/** What reading and checking a folder find; the same. */
function sentences(): string[] {
  let read: readonly string[] = [];
  try {
    readDataset(folder);
  } catch (error) {
    read = (error as DatasetError).message.split('\n').slice(1);
  }
  const { problems } = validateFolder(folder);
  expect(problems).toHaveLength(read.length);
  return read.map((line) => line.trim());
}

function changeMeta(changes: object): void {
  const path = join(folder, 'dataset.json');
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...changes }));
}

async function withDuckDB(statement: string): Promise<void> {
  const connection = await (await DuckDBInstance.create()).connect();
  const path = join(folder, 'tables/programs.parquet');
  const written = join(home, 'written.parquet');
  await connection.run(`copy (${statement.replace('programs', `'${path}'`)}) to '${written}' (format parquet)`);
  writeFileSync(path, readFileSync(written));
}

it('is read alike where another program has written its table, whatever the width of its numbers', async () => {
  const before = readDataset(folder);
  await withDuckDB('select * replace (year::bigint as year) from programs');
  const after = readDataset(folder);
  expect(after.sha256).not.toBe(before.sha256);
  expect({ ...after, sha256: '' }).toEqual({ ...before, sha256: '' });
});

it.each([
  [
    'a value of another kind',
    `select * replace ('soon' as start) from programs where title = 'Two'`,
    /^tables\/programs\.parquet:1: GX-0002: start is "soon"; expected a date as YYYY/,
  ],
  [
    'a number that is text',
    `select * replace ('2014' as year) from programs where title = 'Two'`,
    /year is "2014"; expected a whole number/,
  ],
  [
    'a date of a type of its own',
    `select * replace (start::date as start) from programs where title = 'Two'`,
    /start is .+; expected a value of type string/,
  ],
  [
    'a column too few',
    'select * exclude (venue) from programs',
    /^tables\/programs\.parquet is a table without the column venue; expected Parquet with the columns id, title/,
  ],
  [
    'a column too many',
    'select *, 1 as rank from programs',
    /^tables\/programs\.parquet is a table with the column "rank"; expected Parquet/,
  ],
])('is refused with %s', async (_, statement, sentence) => {
  await withDuckDB(statement);
  expect(sentences()[0]).toMatch(sentence);
});

it('is refused with a damaged table', () => {
  const path = join(folder, 'tables/programs.parquet');
  writeFileSync(path, readFileSync(path).subarray(0, -9));
  expect(sentences()[0]).toMatch(/^tables\/programs\.parquet is no Parquet, or damaged; expected Parquet with/);
});

it('says how it is stored', () => {
  changeMeta({ storage: 'records' });
  expect(sentences()).toEqual([
    'dataset.json: storage is "records"; expected "parquet", since tables/programs.parquet is there',
  ]);
  rmSync(join(folder, 'tables'), { recursive: true });
  changeMeta({ storage: 'parquet' });
  expect(sentences()[0]).toBe('dataset.json: storage is "parquet"; expected "records", or tables/programs.parquet');
});

it('holds a table once, and nothing else', () => {
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'tables/notes.txt'), 'a note');
  writeFileSync(join(folder, 'tables/.DS_Store'), '');
  expect(sentences()).toEqual([
    'tables/notes.txt is no part of a dataset; expected only tables in Parquet, such as tables/programs.parquet',
    'tables/sources.parquet is there beside sources; expected one of the two: a table is stored in one way',
  ]);
});

it('takes no single record, which would be a file beside its table', () => {
  expect(() => prepareRecord(folder, 'programs', {})).toThrow(
    `${folder} stores its records as Parquet; expected one JSON file a record, so change the table that it was imported from and import it again.`,
  );
});

it('of more records than memory takes is not read into it, but checked', () => {
  const [record] = readDataset(folder).programs;
  const writer = new TableWriter(join(folder, 'tables/programs.parquet'), programs);
  for (let at = 1; at <= mostInMemory + 1; at += 1) writer.add({ ...record, id: `GX-${String(at).padStart(4, '0')}` });
  writer.finish();
  expect(() => readDataset(folder)).toThrow(
    'tables/programs.parquet is a table of 100001 records; expected at most 100000 that are read into memory; @govexport/analysis/engines/duckdb answers questions of more',
  );
  const { problems, counts, warnings } = validateFolder(folder);
  expect(problems).toEqual([]);
  expect(counts[0]).toEqual({ table: 'programs', records: mostInMemory + 1 });
  const duplicates = warnings.find(({ kind }) => kind === 'possible-duplicate');
  expect(duplicates?.warnings).toHaveLength(10);
  // Each is compared with those next to it, the last ones with fewer.
  expect(duplicates).toMatchObject({ or_more: true });
  expect(duplicates?.count).toBeGreaterThan(20 * mostInMemory);
  expect(readdirSync(folder).sort()).toEqual(['dataset.json', 'tables']);
});
