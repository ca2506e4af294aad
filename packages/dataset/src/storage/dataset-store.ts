import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetMeta, sortedByKey, tables, type DatasetTables, type RecordOf, type TableRows } from '@govexport/schema';
import { LocationError } from '../location-error.ts';
import { writeMeta, writeRecordFiles } from '../import/write-dataset.ts';
import { importLimits, mebibytes } from '../import/sheet/head.ts';
import type { ReadSoFar, Sink } from '../import/import-programs.ts';
import { parquetPathOf } from './parquet-schema.ts';
import { TableWriter } from './write-parquet.ts';

/** How the records of a folder are stored: one JSON file each, or one Parquet file a table. */
export type Storage = NonNullable<DatasetMeta['storage']>;

/** Programs that are one file each where nothing else is asked for; more of them go into Parquet. */
export const mostRecordFiles = 5_000;

const [programTable, sourceTable] = tables;
const stored = [programTable, sourceTable] as const;

/** The records of an import, held until they are written. */
export class HeldRecords implements Sink {
  programs: RecordOf<'programs'>[] = [];
  sources: RecordOf<'sources'>[] = [];
  readonly #file: string;

  /** @param file - what to call the table that is read */
  constructor(file: string) {
    this.#file = file;
  }

  /** @throws LocationError where more would be held than `importLimits` allows */
  program(record: RecordOf<'programs'>, { rows, bytes }: ReadSoFar): void {
    this.#expectFew(rows > importLimits.rows, `${importLimits.rows} rows`);
    this.#expectFew(bytes > importLimits.bytes, mebibytes(importLimits.bytes));
    this.programs.push(record);
  }

  source(record: RecordOf<'sources'>): void {
    this.sources.push(record);
  }

  tables(meta: DatasetMeta): DatasetTables {
    const empty = Object.fromEntries(tables.map(({ name }) => [name, []])) as unknown as TableRows;
    const about = { ...meta };
    delete about.storage;
    const [programs, sources] = [sortedByKey(programTable, this.programs), sortedByKey(sourceTable, this.sources)];
    return { meta: about, ...empty, programs, sources };
  }

  #expectFew(isMore: boolean, most: string): void {
    if (!isMore) return;
    const remedy = 'the storage parquet takes a table of any size';
    throw new LocationError(
      `${this.#file} has more than ${most}; expected at most so many as one file each: ${remedy}.`,
    );
  }
}

/** The records of an import on their way into a folder. */
export class DatasetStore implements Sink {
  readonly #folder: string;
  readonly #asked: Storage | null;
  readonly #held: HeldRecords;
  #writers: Readonly<Record<'programs' | 'sources', TableWriter>> | null = null;

  /**
   * @param folder - an empty folder
   * @param file - what to call the table that is read
   * @param asked - how the records are to be stored; null: as their number asks for
   */
  constructor(folder: string, file: string, asked: Storage | null) {
    this.#folder = folder;
    this.#asked = asked;
    this.#held = new HeldRecords(file);
    if (asked === 'parquet') this.#openTables();
  }

  get storage(): Storage {
    return this.#writers === null ? 'records' : 'parquet';
  }

  program(record: RecordOf<'programs'>, read: ReadSoFar): void {
    const isLarge = read.rows > mostRecordFiles || read.bytes > importLimits.bytes;
    if (this.#writers === null && this.#asked === null && isLarge) this.#openTables();
    if (this.#writers === null) this.#held.program(record, read);
    else this.#writers.programs.add(record);
  }

  source(record: RecordOf<'sources'>): void {
    if (this.#writers === null) this.#held.source(record);
    else this.#writers.sources.add(record);
  }

  /** Writes what is still held. The folder is a dataset then. */
  finish(meta: DatasetMeta): void {
    if (this.#writers === null) {
      writeRecordFiles(this.#folder, this.#held.tables(meta));
      return;
    }
    writeMeta(this.#folder, DatasetMeta.parse({ ...meta, storage: 'parquet' }));
    for (const { name } of stored) this.#writers[name].finish();
  }

  /** Lets go of the files, finished or not. */
  close(): void {
    for (const { name } of stored) this.#writers?.[name].close();
  }

  /** What was held so far goes first. */
  #openTables(): void {
    mkdirSync(join(this.#folder, 'tables'));
    const [programs, sources] = stored.map((table) => new TableWriter(join(this.#folder, parquetPathOf(table)), table));
    if (programs === undefined || sources === undefined) return;
    this.#writers = { programs, sources };
    for (const { name } of stored) {
      for (const record of this.#held[name]) this.#writers[name].add(record);
      this.#held[name] = [];
    }
  }
}
