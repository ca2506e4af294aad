import type { DatasetMeta } from './dataset-meta.ts';
import type { RecordOf, TableName } from './tables.ts';

/** A value that cannot be changed, at any depth. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** The records of every table by its name, each table sorted by its key. */
export type TableRows = { [Name in TableName]: RecordOf<Name>[] };

/** The tables of a dataset and what it says about itself. */
export interface DatasetTables extends TableRows {
  meta: DatasetMeta;
}

/** A checked dataset: every record fits its schema and every reference resolves. */
export type Dataset = Frozen<DatasetTables> & {
  /** SHA-256 of the canonical JSON of the tables, 64 hexadecimal digits. */
  readonly sha256: string;
};
