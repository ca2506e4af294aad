import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sqlite from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readCell, tables, unescapeCell, type FlatRow } from '@govexport/schema';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publication } from '../scripts/derived-files.ts';
import { distributedFiles, type DistributedFiles } from '../src/derived/distributed-files.ts';
import { sqliteBytes } from '../src/derived/formats/sqlite.ts';
import { notInWorkbook, workbookBytes } from '../src/derived/formats/workbook.ts';
import { publishedTables } from '../src/derived/published-tables.ts';
import { loadDataset } from '../src/node.ts';

const dataset = loadDataset();
const published = publishedTables(dataset);
const names = published.map(({ table }) => table.name);
const zipName = `govexport-dataset-${dataset.meta.version}.zip`;
const folder = mkdtempSync(join(tmpdir(), 'files-'));
let files: DistributedFiles = {};
let archived: DistributedFiles = {};
let duck: DuckDBConnection;

beforeAll(async () => {
  files = await distributedFiles(dataset, publication());
  archived = unzipSync(contentOf(zipName));
  mkdirSync(join(folder, 'csv'));
  for (const name of names) {
    writeFileSync(join(folder, `${name}.parquet`), contentOf(`${name}.parquet`));
    writeFileSync(join(folder, `csv/${name}.csv`), archived[`csv/${name}.csv`] ?? '');
  }
  writeFileSync(join(folder, 'govexport.sqlite'), contentOf('govexport.sqlite'));
  duck = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(() => {
  duck.closeSync();
  rmSync(folder, { recursive: true });
});

function contentOf(name: string): Uint8Array {
  const content = files[name];
  if (content === undefined) throw new Error(`${name} is not made`);
  return content;
}

async function select(from: string): Promise<FlatRow[]> {
  const reader = await duck.runAndReadAll(`SELECT * FROM ${from}`);
  return reader.getRowObjectsJS() as FlatRow[];
}

test('the same dataset gives the same bytes', async () => {
  const hashes = (made: DistributedFiles) =>
    Object.entries(made).map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]);
  expect(hashes(await distributedFiles(dataset, publication()))).toEqual(hashes(files));
});

describe.each(published)('$table.name', ({ table, rows }) => {
  test('Parquet holds the rows, as another reader sees them', async () => {
    expect(await select(`read_parquet('${join(folder, table.name)}.parquet')`)).toEqual(rows);
  });

  test('CSV holds the rows, as another reader sees them', async () => {
    const path = join(folder, 'csv', `${table.name}.csv`);
    const cells = await select(`read_csv('${path}', header = true, all_varchar = true, delim = ',', quote = '"')`);
    const read = cells.map((row) =>
      Object.fromEntries(
        Object.entries(table.record.shape).map(([field, type]) => [
          field,
          readCell(type, unescapeCell(String(row[field] ?? ''))),
        ]),
      ),
    );
    expect(read).toEqual(rows);
  });
});

describe('SQLite', () => {
  const open = () => new DatabaseSync(join(folder, 'govexport.sqlite'), { readOnly: true });

  test('holds the rows of every table, and every reference is there', () => {
    const database = open();
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    for (const { table, rows } of published) {
      expect(database.prepare(`SELECT count(*) AS n FROM "${table.name}"`).get()).toEqual({ n: rows.length });
    }
    database.close();
  });

  test('joins a program with its sources, and keeps unknown apart from no', () => {
    const database = open();
    const joined = database
      .prepare(
        'SELECT s.publisher FROM programs_sources AS p JOIN sources AS s ON s.id = p.value WHERE p.program_id = ?',
      )
      .all('GX-0001');
    expect(joined).toEqual([{ publisher: 'Sina News' }]);
    const unknown = dataset.programs.filter(({ equipment_transfer }) => equipment_transfer === null).length;
    expect(database.prepare('SELECT count(*) AS n FROM programs WHERE equipment_transfer IS NULL').get()).toEqual({
      n: unknown,
    });
    database.close();
  });

  test('is refused where a reference is not there', () => {
    const without = published.map((one) => (one.table.name === 'sources' ? { ...one, rows: [] } : one));
    expect(() => sqliteBytes(sqlite, dataset, without)).toThrow(
      'rows of the database refer to rows that are not there',
    );
  });
});

describe('XLSX', () => {
  const partsOf = (content: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(content)).map(([name, part]) => [name, strFromU8(part)]));

  test('has a sheet to read first, and one for each table with all its rows', () => {
    const parts = partsOf(contentOf('govexport.xlsx'));
    const sheets = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(sheets).toEqual(['README', ...names.map((name) => name.slice(0, 31))]);
    published.forEach(({ rows }, at) => {
      const sheet = parts[`xl/worksheets/sheet${at + 2}.xml`] ?? '';
      expect(sheet.match(/<row /g)).toHaveLength(rows.length + 1);
    });
  });

  test('runs nothing', async () => {
    const [first] = published.filter(({ table }) => table.name === 'leads');
    if (first === undefined) throw new Error('there is no table of leads');
    const odd = { ...first, rows: [{ ...first.rows[0], description: '=1+1' }] };
    const parts = partsOf(await workbookBytes(['=2+2'], [odd]));
    const all = Object.values(parts).join('');
    expect(all).not.toMatch(/<f[ >]/);
    expect(all).toContain('>=1+1<');
    expect(all).toContain('>=2+2<');
  });

  test('keeps within what Excel takes, and says what it cut', async () => {
    const [first] = published.filter(({ table }) => table.name === 'leads');
    if (first === undefined) throw new Error('there is no table of leads');
    const long = `${'x'.repeat(32_766)}😀${'y'.repeat(4_000)}`;
    const odd = { ...first, rows: [{ ...first.rows[0], id: 'LE-001', description: long, theme: 'a _x0041_ b' }] };
    const twice = { ...odd, table: { ...odd.table, name: `${'t'.repeat(40)}_one` } };
    const content = await workbookBytes(
      ['Read me'],
      [odd, twice, { ...twice, table: { ...odd.table, name: `${'t'.repeat(40)}_two` } }],
    );
    const sheets = await readWorkbook(Buffer.from(content));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['README', 'leads', 't'.repeat(31), `${'t'.repeat(29)}~2`]);
    expect(sheets[0]?.data.flat()).toContain(`${'t'.repeat(29)}~2 is ${'t'.repeat(40)}_two.`);
    const cells = (sheets[1]?.data[1] ?? []).map(String);
    const cut = cells.find((cell) => cell.startsWith('xxx')) ?? '';
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/x … \(cut here: 36768 signs, more than a cell takes\)$/);
    // A reader takes the escape off again.
    expect(cells).toContain('a _x0041_ b');
    expect(partsOf(content)['xl/styles.xml']).toContain('name="Normal"');
    expect(notInWorkbook('mine.xlsx', [odd])).toEqual([
      'description of LE-001 in leads is cut in mine.xlsx: it has 36768 signs, and a cell takes 32767. It is whole in csv/leads.csv.',
    ]);
  });
});

test('JSON and NDJSON hold the records with their lists', () => {
  for (const { name } of tables) {
    expect(JSON.parse(strFromU8(contentOf(`${name}.json`)))).toEqual(dataset[name]);
    // Every line ends in LF, and a table without records has no line.
    const lines = strFromU8(contentOf(`${name}.ndjson`))
      .split('\n')
      .slice(0, -1);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(dataset[name]);
  }
});

test('the archive has what one must know, and files that fit their checksums', () => {
  expect(Object.keys(archived)).toEqual(
    expect.arrayContaining(['CITATION.cff', 'LICENSE-DATA', 'csv/README.txt', 'codebook.md', 'datapackage.json']),
  );
  const lines = strFromU8(archived['SHA256SUMS'] ?? new Uint8Array())
    .trimEnd()
    .split('\n');
  expect(lines.length).toBeGreaterThan(names.length);
  for (const line of lines) {
    const [hash, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(archived[name] ?? '')
        .digest('hex'),
    ).toBe(hash);
  }
  expect(strFromU8(archived['csv/README.txt'] ?? new Uint8Array())).toContain(dataset.sha256);
});
