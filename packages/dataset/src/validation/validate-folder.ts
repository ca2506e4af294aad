import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DatasetCheck,
  sortedByKey,
  tables,
  type DatasetMeta,
  type Found,
  type Problem,
  type TableName,
} from '@govexport/schema';
import { contentHash } from '../assemble-dataset.ts';
import { LocationError } from '../location-error.ts';
import { openFolder, type OpenFolder } from '../read-dataset-files.ts';
import { digestsOf } from '../storage/parquet-tables.ts';
import { Warnings, type WarningGroup } from './warnings.ts';

/** What a check of a dataset folder found. */
export interface Validation {
  readonly folder: string;
  /** The dataset, where it is valid. */
  readonly dataset: { readonly meta: DatasetMeta; readonly sha256: string } | null;
  readonly problems: readonly Problem[];
  /** How many more problems there are, of kinds of which many are listed. */
  readonly unlisted: number;
  /** Number of records of each table; empty where the dataset is not valid. */
  readonly counts: readonly { readonly table: TableName; readonly records: number }[];
  readonly warnings: readonly WarningGroup[];
}

/** Called now and then with the number of records that were read. */
export type Progress = (records: number) => void;

/** Problems of one field that are listed; more of them are counted. */
const listed = 100;

/**
 * Checks a dataset folder of any size: the problems of every file, or the number of records and what a person should look
 * at. Tables that are Parquet are read row by row, and no more of a record is kept than what tells it from others.
 *
 * @throws LocationError where the folder is no dataset folder
 * @example
 * validateFolder('data').problems // => []
 */
export function validateFolder(folder: string, progress?: Progress): Validation {
  expectDatasetFolder(folder);
  const opened = openFolder(folder);
  const { check, warnings, counts, held } = readThrough(opened, progress);
  const { problems, unlisted } = check.finish();
  const unreadable = new Set(opened.problems.filter(({ field }) => field === '').map(({ file }) => file));
  const found = [...opened.problems, ...problems.filter(({ file }) => !unreadable.has(file))];
  const { meta } = check;
  if (found.length > 0 || meta === undefined)
    return { folder, dataset: null, problems: found, unlisted: sumOf(unlisted), counts: [], warnings: [] };
  const sha256 = contentHash({ meta, ...held }, digestsOf(folder, opened.parquet));
  const records = tables.map(({ name }) => ({ table: name, records: counts.get(name) ?? 0 }));
  return { folder, dataset: { meta, sha256 }, problems: [], unlisted: 0, counts: records, warnings: warnings.groups() };
}

function sumOf(unlisted: Found['unlisted']): number {
  return unlisted.reduce((sum, { count }) => sum + count, 0);
}

interface Read {
  readonly check: DatasetCheck;
  readonly warnings: Warnings;
  readonly counts: ReadonlyMap<TableName, number>;
  /** The records of tables that are no Parquet. */
  readonly held: Readonly<Partial<Record<TableName, readonly object[]>>>;
}

/** Sources come first: a citation is then known at once, and nothing of it is kept. */
const inTurn = tables.toSorted((one, other) => Number(other.name === 'sources') - Number(one.name === 'sources'));

function readThrough({ meta, parquet, recordsOf }: OpenFolder, progress: Progress = () => undefined): Read {
  const check = new DatasetCheck(meta, listed);
  const warnings = new Warnings(check.meta ?? unknownWindow);
  const counts = new Map<TableName, number>();
  const held: Partial<Record<TableName, readonly object[]>> = {};
  const isStreamed = parquet.has('programs');
  let read = 0;
  for (const table of isStreamed ? inTurn : tables) {
    const rows: Record<string, unknown>[] = [];
    for (const file of recordsOf(table)) {
      read += 1;
      if (read % 10_000 === 0) progress(read);
      const record = check.add(table, file);
      if (record === null) continue;
      counts.set(table.name, (counts.get(table.name) ?? 0) + 1);
      if (isStreamed) warnings.add(table.name, record);
      if (!parquet.has(table.name)) rows.push(record);
    }
    held[table.name] = sortedByKey(table, rows);
  }
  if (!isStreamed) addHeld(warnings, held);
  return { check, warnings, counts, held };
}

function addHeld(warnings: Warnings, held: Read['held']): void {
  for (const { name } of inTurn) for (const record of held[name] ?? []) warnings.add(name, record);
}

/** Of a dataset that is not valid no warning is told. */
const unknownWindow = { year_published: 0 };

/**
 * Makes sure that a folder is meant to be a dataset, before its contents are judged.
 *
 * @throws LocationError where it has no dataset.json
 */
export function expectDatasetFolder(folder: string): void {
  if (existsSync(join(folder, 'dataset.json'))) return;
  const location = folder === '.' ? 'The working directory' : folder;
  throw new LocationError(
    `${location} is no dataset folder; expected a folder with dataset.json, programs/ and sources/.`,
  );
}
