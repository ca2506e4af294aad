import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import {
  pathOf,
  showValue,
  tables,
  type Problem,
  type RecordFile,
  type Table,
  type TableName,
} from '@govexport/schema';
import type { Digests } from '../assemble-dataset.ts';
import { DatasetError } from '../dataset-error.ts';
import { ofDataset } from '../folders/passed-over.ts';
import { LocationError } from '../location-error.ts';
import { failure, fileProblem, NotReadable } from '../not-readable.ts';
import { leadsOut } from '../read-text.ts';
import { parquetPathOf } from './parquet-schema.ts';
import { TableFile } from './read-parquet.ts';

/** The folder in a dataset in which tables are that are Parquet. */
export const parquetFolder = 'tables';

/** Records of a table that are read into memory. */
export const mostInMemory = 100_000;

/**
 * Makes sure that single records of a folder can be changed.
 *
 * @throws LocationError where they are not one file each
 */
export function expectRecordFiles(folder: string): void {
  if (!existsSync(join(folder, parquetFolder))) return;
  const remedy = 'change the table that it was imported from and import it again';
  throw new LocationError(`${folder} stores its records as Parquet; expected one JSON file a record, so ${remedy}.`);
}

/** The tables of a folder that are Parquet, each with its file, those with a problem left out. */
export function parquetTables(
  folder: string,
  names: ReadonlySet<string>,
  problems: Problem[],
): ReadonlyMap<TableName, string> {
  if (!names.has(parquetFolder)) return new Map();
  const found = filesIn(folder, problems);
  const known = new Map(tables.map((table) => [parquetPathOf(table), table] as const));
  const held = found.flatMap((file): [TableName, string][] => {
    const table = known.get(file);
    if (table === undefined) {
      problems.push(
        fileProblem(file, 'no part of a dataset', 'only tables in Parquet, such as tables/programs.parquet'),
      );
      return [];
    }
    if (names.has(pathOf(table)))
      problems.push(fileProblem(file, `there beside ${pathOf(table)}`, 'one of the two: a table is stored in one way'));
    return [[table.name, file]];
  });
  return new Map(held);
}

function filesIn(folder: string, problems: Problem[]): string[] {
  try {
    if (leadsOut(folder, parquetFolder)) throw new NotReadable('a link out of the dataset');
    const names = ofDataset(readdirSync(join(folder, parquetFolder))).sort();
    return names.map((name) => `${parquetFolder}/${name}`);
  } catch (error) {
    problems.push(fileProblem(parquetFolder, failure(error), 'a folder with one Parquet file for each large table'));
    return [];
  }
}

/** A dataset says how it is stored, so that nobody need look for it. */
export function storageMismatch(
  { file, value }: RecordFile,
  parquet: ReadonlyMap<TableName, string>,
): readonly Problem[] {
  if (typeof value !== 'object' || value === null) return [];
  const { storage } = value as { storage?: unknown };
  const isParquet = parquet.has('programs');
  if (isParquet === (storage === 'parquet')) return [];
  const expected = isParquet
    ? `"parquet", since ${parquet.get('programs') ?? ''} is there`
    : `"records", or ${parquetFolder}/programs.parquet`;
  return [{ file, record: null, field: 'storage', value: showValue(storage), expected }];
}

/**
 * Makes sure that a table is not larger than what is read into memory.
 *
 * @throws DatasetError where it is
 */
export function expectInMemory(folder: string, file: string): void {
  const rows = rowsOf(folder, file);
  if (rows <= mostInMemory) return;
  const expected = `at most ${mostInMemory} that are read into memory; @govexport/analysis/engines/duckdb answers questions of more`;
  throw new DatasetError(folder, [fileProblem(file, `a table of ${rows} records`, expected)]);
}

function rowsOf(folder: string, file: string): number {
  try {
    const table = new TableFile(join(folder, file));
    table.close();
    return table.rows;
  } catch {
    // What is wrong with it is told where it is read.
    return 0;
  }
}

/** The unchecked records of a table that is Parquet, called by their rows, as they are read. */
export function* readParquetTable(folder: string, table: Table, problems: Problem[]): Generator<RecordFile> {
  const file = parquetPathOf(table);
  const fields = Object.keys(table.record.shape);
  try {
    if (leadsOut(folder, file)) throw new NotReadable('a link out of the dataset');
    const held = new TableFile(join(folder, file));
    const wrong = wrongColumns(held.columns, fields);
    if (wrong !== null) {
      held.close();
      throw new NotReadable(wrong);
    }
    let row = 0;
    for (const value of held.records()) {
      row += 1;
      yield { file: `${file}:${row}`, value };
    }
  } catch (error) {
    problems.push(fileProblem(file, failure(error), `Parquet with the columns ${fields.join(', ')}`));
    yield { file, value: undefined };
  }
}

function wrongColumns(columns: readonly string[], fields: readonly string[]): string | null {
  const lacks = fields.find((field) => !columns.includes(field));
  if (lacks !== undefined) return `a table without the column ${lacks}`;
  const strange = columns.find((column) => !fields.includes(column));
  return strange === undefined ? null : `a table with the column ${showValue(strange)}`;
}

/** SHA-256 of the files of tables that are Parquet. */
export function digestsOf(folder: string, parquet: ReadonlyMap<TableName, string>): Digests {
  const files = [...parquet].filter(([, file]) => existsSync(join(folder, file)));
  return Object.fromEntries(files.map(([name, file]) => [name, sha256OfFile(join(folder, file))]));
}

const piece = 1024 * 1024;

function sha256OfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    const bytes = new Uint8Array(piece);
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) hash.update(bytes.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
