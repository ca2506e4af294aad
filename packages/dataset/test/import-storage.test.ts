import { createReadStream, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tables } from '@govexport/schema';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatasetError } from '../src/dataset-error.ts';
import { importInto, importPrograms, type ImportedFolder } from '../src/import/import-into.ts';
import type { Import } from '../src/import/import-programs.ts';
import { parseMapping } from '../src/import/mapping.ts';
import { readDataset } from '../src/read-dataset.ts';
import { DatasetStore, mostRecordFiles, type Storage } from '../src/storage/dataset-store.ts';
import { validateFolder } from '../src/validation/validate-folder.ts';
import { chunksOf, mapping } from './small-mapping.ts';

const sheets = fileURLToPath(new URL('sheets/', import.meta.url));
const storages = ['records', 'parquet'] as const;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'storage-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

function sheet(name: string, changes: object = {}): Import {
  const map = JSON.parse(readFileSync(join(sheets, name.replace(/\.\w+$/, '.json')), 'utf8')) as object;
  return {
    source: { name, chunks: createReadStream(join(sheets, name)) },
    mapping: parseMapping('map.json', { ...map, ...changes }),
    mapping_name: 'map.json',
  };
}

const header = 'Topic,Date,Country,Technology,Days,Link\n';

function table(...texts: string[]): Import {
  return {
    source: { name: 'table.csv', chunks: chunksOf(header, ...texts) },
    mapping: parseMapping('map.json', JSON.parse(JSON.stringify(mapping))),
    mapping_name: 'map.json',
  };
}

/** Imports into a folder of its own, and reads it back. */
async function stored(given: Import, storage: Storage | null) {
  const folder = join(home, storage ?? 'open');
  const made = await importInto(folder, given, storage);
  return { folder, made, dataset: readDataset(folder) };
}

function withoutHash(dataset: object): object {
  return Object.fromEntries(Object.entries(dataset).filter(([name]) => name !== 'sha256'));
}

/** What is wrong, or nothing. */
async function refusal(importing: Promise<unknown>): Promise<unknown> {
  try {
    await importing;
    return null;
  } catch (error) {
    return error instanceof DatasetError ? error.problems : error;
  }
}

describe.each(['ru.csv', 'zh.csv', 'gs.csv', 'book.xlsx'])('the sheet %s', (name) => {
  it('gives the same records, ids and words, however they are stored', async () => {
    const { tables: held, ...said } = await importPrograms(sheet(name));
    expect(held.programs.length).toBeGreaterThan(2);
    for (const storage of storages) {
      const { made, dataset } = await stored(sheet(name), storage);
      const { storage: as, ...told } = made;
      expect(as).toBe(storage);
      expect(told).toEqual(said);
      const about = storage === 'parquet' ? { ...held.meta, storage } : held.meta;
      expect(withoutHash(dataset)).toEqual({ ...held, meta: about });
    }
  });

  it('is refused for the same problems, and leaves nothing behind', async () => {
    const changes = { unknown: [], programs: { ...sheet(name).mapping.programs, confidence: { constant: 'sure' } } };
    const said = await refusal(importPrograms(sheet(name, changes)));
    expect(said).not.toBeNull();
    for (const storage of storages) {
      expect(await refusal(importInto(join(home, storage), sheet(name, changes), storage))).toEqual(said);
    }
    expect(readdirSync(home)).toEqual([]);
  });
});

describe('a large table', () => {
  const row = (at: number) =>
    `Course ${at % 700},2014-05,Uzbekistan,no,${1 + (at % 9)},https://example.org/${at % 900}\n`;
  const rows = (count: number) => Array.from({ length: count }, (_, at) => row(at));

  it('becomes one file a record up to a number of rows, and Parquet above it, with the same records', async () => {
    const { tables: held } = await importPrograms(table(...rows(mostRecordFiles + 1)));
    const { folder, made, dataset } = await stored(table(...rows(mostRecordFiles + 1)), null);
    expect(made).toMatchObject({ rows: mostRecordFiles + 1, sources: 900, storage: 'parquet' });
    expect(readdirSync(folder).sort()).toEqual(['dataset.json', 'tables']);
    expect(dataset.programs).toEqual(held.programs);
    expect(dataset.sources).toEqual(held.sources);

    const store = new DatasetStore(mkdtempSync(join(home, 'store-')), 'table.csv', null);
    const storages = held.programs.map((record, at) => {
      store.program(record, { rows: at + 1, bytes: 0 });
      return store.storage;
    });
    store.close();
    expect(storages.lastIndexOf('records')).toBe(mostRecordFiles - 1);
    expect(storages.at(-1)).toBe('parquet');
  });

  it('with one cell of another kind is refused with its line, column, value and what is allowed', async () => {
    const lines = rows(40_000);
    lines[33_332] = row(33_332).replace('2014-05', 'soon');
    const problems = await refusal(importInto(join(home, 'out'), table(...lines), null));
    expect(problems).toEqual([
      {
        file: 'table.csv:33334',
        record: 'GX-33333',
        field: 'start (column B "Date")',
        value: '"soon"',
        expected: expect.stringMatching(/^a date as YYYY, YYYY-MM or YYYY-MM-DD/) as string,
      },
    ]);
    expect(readdirSync(home)).toEqual([]);
  });

  it('with thousands of such cells lists some of them and counts the others', async () => {
    const lines = rows(5000).map((line) => line.replace('2014-05', 'soon').replace('Uzbekistan', 'Atlantis'));
    const failed = await importInto(join(home, 'out'), table(...lines), null).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(DatasetError);
    const { problems, unlisted, message } = failed as DatasetError;
    expect([problems.length, unlisted]).toEqual([200, 9800]);
    expect(message).toMatch(/^table\.csv has 10000 problems:\n/);
    expect(message).toMatch(/\n {2}and 9800 more like these$/);
  });

  it('keeps its ids when it is imported again with what was added', async () => {
    const lines = rows(300);
    const { dataset } = await stored(table(...lines), 'parquet');
    const later = { ...table('New,2015,Kazakhstan,yes,3,https://example.org/new\n', ...lines.toReversed()) };
    const again = await importInto(join(home, 'again'), { ...later, previous: dataset }, 'parquet');
    expect(again.kept).toEqual({ kept: 300, added: 1, gone: [] });
    const titles = new Map(readDataset(join(home, 'again')).programs.map(({ id, title }) => [id, title]));
    for (const { id, title } of dataset.programs) expect(titles.get(id)).toBe(title);
  });
});

describe('a folder with tables in Parquet', () => {
  const one = 'One,2014,Uzbekistan,no,,https://example.org/a\n';

  it('is checked as a folder of records is', async () => {
    const results: ImportedFolder[] = [];
    const found = [];
    for (const storage of storages) {
      const { folder, made } = await stored(table(one, one.replace('One', 'Two')), storage);
      results.push(made);
      const { dataset, problems, counts, warnings } = validateFolder(folder);
      expect(dataset?.sha256).toBe(readDataset(folder).sha256);
      found.push({ problems, counts, warnings });
    }
    expect(results).toHaveLength(2);
    expect(found[0]).toEqual(found[1]);
    expect(found[0]?.counts.slice(0, 2)).toEqual([
      { table: 'programs', records: 2 },
      { table: 'sources', records: 1 },
    ]);
  });

  it('has the hash of its files, so that it differs where a record does', async () => {
    const hashes = await Promise.all(
      [one, one.replace('One', 'Two')].map(async (text, at) => {
        const folder = join(home, String(at));
        await importInto(folder, table(text), 'parquet');
        return readDataset(folder).sha256;
      }),
    );
    expect(new Set(hashes).size).toBe(2);
  });

  it('has nothing that a reader needs beside its tables', async () => {
    const { folder } = await stored(table(one), 'parquet');
    expect(existsSync(join(folder, 'programs'))).toBe(false);
    const dataset = readDataset(folder);
    for (const { name } of tables.slice(2)) expect(dataset[name]).toEqual([]);
  });
});
