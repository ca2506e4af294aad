import { readdirSync } from 'node:fs';
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
import { DatasetError } from './dataset-error.ts';
import { ofDataset } from './folders/passed-over.ts';
import { isFolder, leadsOut, readText } from './read-text.ts';
import { readJson } from './read-json.ts';
import { failure, fileProblem, NotReadable } from './not-readable.ts';
import { readSeries } from './read-series.ts';
import {
  expectInMemory,
  parquetFolder,
  parquetTables,
  readParquetTable,
  storageMismatch,
} from './storage/parquet-tables.ts';

/** The unchecked records of every table of a folder; a table that is missing is empty. */
export type FolderFiles = { readonly meta: RecordFile } & Readonly<Record<TableName, readonly RecordFile[]>>;

const allowed = tables.map((table) => (table.storage === 'series' ? pathOf(table) : `${table.name}/`)).join(', ');

/**
 * Reads the files of a dataset folder without checking the records.
 *
 * @param folder - path of the folder, absolute or from the working directory
 * @throws DatasetError where the folder, a required table or a file is missing, a name is unknown, or a file is not
 * JSON or CSV in UTF-8
 * @example
 * readDatasetFiles('data').sources[0]?.file // => 'sources/CS-0001.json'
 */
export function readDatasetFiles(folder: string): FolderFiles {
  const { files, problems } = scanFolder(folder);
  if (problems.length > 0) throw new DatasetError(folder, problems);
  return files;
}

/**
 * Reads every file of a dataset folder, going on after a problem: a file that could not be read has the value
 * `undefined` and a problem without a field.
 *
 * @throws DatasetError where there is no folder at all, or a table is larger than memory takes
 */
export function scanFolder(folder: string): ScannedFolder {
  const { meta, problems, parquet, recordsOf } = openFolder(folder);
  for (const file of parquet.values()) expectInMemory(folder, file);
  const rows = tables.map((table) => [table.name, [...recordsOf(table)]] as const);
  return { files: { meta, ...(Object.fromEntries(rows) as Record<TableName, RecordFile[]>) }, problems, parquet };
}

/** The files of a folder, read. */
export interface ScannedFolder extends Pick<OpenFolder, 'parquet'> {
  readonly files: FolderFiles;
  readonly problems: readonly Problem[];
}

/** A dataset folder whose tables are read one after another. */
export interface OpenFolder {
  readonly meta: RecordFile;
  /** What was wrong with the files that were read so far. */
  readonly problems: readonly Problem[];
  /** The tables that are Parquet, each with its file. */
  readonly parquet: ReadonlyMap<TableName, string>;
  /** The unchecked records of a table; those of a Parquet file come as they are read. */
  readonly recordsOf: (table: Table) => Iterable<RecordFile>;
}

/**
 * Opens a dataset folder.
 *
 * @throws DatasetError where there is no folder at all
 */
export function openFolder(folder: string): OpenFolder {
  if (!isFolder(folder)) {
    const expected = 'a folder with dataset.json, programs/ and sources/';
    throw new DatasetError(folder, [fileProblem(folder, 'no folder', expected)]);
  }
  const names = new Set(ofDataset(readdirSync(folder)));
  const problems = unknownNames(names);
  const meta = jsonIn(folder, 'dataset.json', problems);
  const parquet = parquetTables(folder, names, problems);
  problems.push(...storageMismatch(meta, parquet));
  const recordsOf = (table: Table) => {
    if (parquet.has(table.name as TableName)) return readParquetTable(folder, table, problems);
    return !table.required && !names.has(pathOf(table)) ? [] : readTable(folder, table, problems);
  };
  return { meta, problems, parquet, recordsOf };
}

/** A misspelt table would be missing without a word. */
function unknownNames(names: ReadonlySet<string>): Problem[] {
  const known = new Set(['dataset.json', parquetFolder, ...tables.map(pathOf)]);
  return [...names]
    .filter((name) => !known.has(name))
    .sort()
    .map((name) => fileProblem(name, 'no part of a dataset', `only dataset.json, ${allowed}`));
}

function readTable(folder: string, table: Table, problems: Problem[]): RecordFile[] {
  const reading = { folder, table, problems };
  return table.storage === 'series' ? readSeriesFile(pathOf(table), reading) : readFiles(reading);
}

interface Reading {
  readonly folder: string;
  readonly table: Table;
  readonly problems: Problem[];
}

function readSeriesFile(file: string, { folder, table, problems }: Reading): RecordFile[] {
  try {
    const series = readSeries(file, readText(folder, file), table.record);
    problems.push(...series.problems);
    return [...series.rows];
  } catch (error) {
    const expected = `CSV in UTF-8 with the header ${Object.keys(table.record.shape).join(',')}`;
    problems.push(fileProblem(file, failure(error), expected));
    return [{ file, value: undefined }];
  }
}

/** The files of a table that is a folder. */
function readFiles(reading: Reading): RecordFile[] {
  const { folder, table, problems } = reading;
  const { name, storage } = table;
  const read = storage === 'records' ? readRecord : readPart;
  try {
    if (leadsOut(folder, name)) throw new NotReadable('a link out of the dataset');
    const files = ofDataset(readdirSync(join(folder, name))).sort();
    return files.flatMap((file) => read(`${name}/${file}`, reading));
  } catch (error) {
    const each = storage === 'records' ? 'one JSON file for each record' : 'CSV files';
    problems.push(fileProblem(name, failure(error), `a folder with ${each}`));
    return [{ file: name, value: undefined }];
  }
}

function readPart(file: string, reading: Reading): RecordFile[] {
  if (!file.endsWith('.csv')) {
    reading.problems.push(fileProblem(file, 'no part of the table', 'only .csv files in this folder'));
    return [];
  }
  const rows = readSeriesFile(file, reading);
  reading.problems.push(...rows.flatMap((row) => misplaced(row, reading.table)));
  return rows;
}

/** A row lies in the file named after the first field of its key, so that two files never hold the same. */
export function misplaced({ file, value }: RecordFile, { key }: Pick<Table, 'key'>): Problem[] {
  const [field = ''] = key;
  const name = (value as Readonly<Record<string, unknown>> | undefined)?.[field];
  if (typeof name !== 'string' || file.includes(`/${name}.csv:`)) return [];
  return [{ file, record: null, field, value: showValue(name), expected: 'the name of its file without .csv' }];
}

function readRecord(file: string, { folder, problems }: Reading): RecordFile[] {
  if (!file.endsWith('.json')) {
    problems.push(fileProblem(file, 'not a record', 'only .json files in this folder'));
    return [];
  }
  const record = jsonIn(folder, file, problems);
  problems.push(...nameMismatch(record));
  return [record];
}

function jsonIn(folder: string, file: string, problems: Problem[]): RecordFile {
  try {
    return { file, value: readJson(readText(folder, file)) };
  } catch (error) {
    problems.push(fileProblem(file, failure(error), 'one JSON object in UTF-8'));
    return { file, value: undefined };
  }
}

/** A record lies in the file named after its id, so that a person finds it and no id hides behind another name. */
export function nameMismatch({ file, value }: RecordFile): Problem[] {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (typeof id !== 'string' || file.endsWith(`/${id}.json`)) return [];
  return [{ file, record: null, field: 'id', value: showValue(id), expected: 'the name of its file without .json' }];
}
