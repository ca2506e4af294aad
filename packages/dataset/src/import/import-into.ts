import type { DatasetTables } from '@govexport/schema';
import { isBegun } from '../begin/begin-dataset.ts';
import { writeFolder } from '../folders/atomic-writes.ts';
import { DatasetStore, HeldRecords, type Storage } from '../storage/dataset-store.ts';
import { readImport, type Import, type ReadImport } from './import-programs.ts';

/** An import that is held and not written yet. */
export interface ImportedDataset extends ReadImport {
  readonly tables: DatasetTables;
}

/** An import that was written. */
export interface ImportedFolder extends ReadImport {
  readonly storage: Storage;
}

/**
 * Reads a table of programs and holds the dataset that it is; see `readImport`.
 *
 * @throws LocationError also where it is larger than `importLimits` allows
 */
export async function importPrograms(given: Import): Promise<ImportedDataset> {
  const held = new HeldRecords(given.source.name);
  const made = await readImport(given, held);
  return { ...made, tables: held.tables(made.meta) };
}

/**
 * Reads a table of programs into a folder, in one pass and with bounded memory where its records are stored as Parquet; see
 * `readImport`. The folder is whole or not there at all, and what was read of a table that does not fit is taken away.
 *
 * @param storage - how the records are stored; null: one file each up to `mostRecordFiles`, and Parquet above
 * @throws LocationError also where the folder is not empty
 * @example
 * typeof importInto // => 'function'
 */
export async function importInto(folder: string, given: Import, storage: Storage | null): Promise<ImportedFolder> {
  const fill = async (part: string): Promise<ImportedFolder> => {
    const store = new DatasetStore(part, given.source.name, storage);
    try {
      const made = await readImport(given, store);
      store.finish(made.meta);
      return { ...made, storage: store.storage };
    } finally {
      store.close();
    }
  };
  return writeFolder(folder, fill, isBegun);
}
