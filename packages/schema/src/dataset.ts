import type { DatasetMeta } from './dataset-meta.ts';
import type { Program } from './program.ts';
import type { Source } from './source.ts';

/** A value that cannot be changed, at any depth. */
export type Frozen<T> = T extends (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** The tables of a dataset, each sorted by id, and what the dataset says about itself. */
export interface DatasetTables {
  meta: DatasetMeta;
  programs: Program[];
  sources: Source[];
}

/** A checked dataset: every record fits its schema and every reference resolves. */
export type Dataset = Frozen<DatasetTables> & {
  /** SHA-256 of the canonical JSON of the tables, 64 hexadecimal digits. */
  readonly sha256: string;
};
