import { csvText, DataVersion, RecordId, tablesWithIds, Text, type Dataset, type Problem } from '@govexport/schema';
import { z } from 'zod';
import { readRows } from '../read-rows.ts';

/** An id that was published, with its table and the first version that had it: one row of `ids.csv`. */
export const PublishedId = z.strictObject({ id: RecordId, table: Text, version: DataVersion });

/** An id that was published. */
export type PublishedId = z.infer<typeof PublishedId>;

/** The name of the file that holds them. Rows are only ever added at its end. */
export const registerFile = 'ids.csv';

/**
 * Reads the text of `ids.csv`.
 *
 * @throws DatasetError with every row that does not fit
 */
export function readRegister(text: string): PublishedId[] {
  return readRows(registerFile, text, PublishedId);
}

/** The text of `ids.csv`. */
export function registerText(register: readonly PublishedId[]): string {
  return csvText(Object.keys(PublishedId.shape), register);
}

/**
 * The register with the ids that a dataset adds, which its version is the first to have.
 *
 * @example
 * withNewIds([], loadDataset())[0] // => { id: 'GX-0001', table: 'programs', version: loadDataset().meta.version }
 */
export function withNewIds(register: readonly PublishedId[], dataset: Dataset): PublishedId[] {
  const known = new Set(register.map(({ id }) => id));
  const fresh = liveIds(dataset).filter(({ id }) => !known.has(id));
  return [...register, ...fresh.map((one) => ({ ...one, version: dataset.meta.version }))];
}

/**
 * Ids that were published and that the dataset has lost: they are neither those of records, nor aliases, nor withdrawn.
 *
 * @example
 * lostIds([{ id: 'GX-9999', table: 'programs', version: '1.0.0' }], loadDataset()).length // => 1
 */
export function lostIds(register: readonly PublishedId[], dataset: Dataset): Problem[] {
  const retired = [...dataset.aliases, ...dataset.withdrawn];
  const known = new Set([...liveIds(dataset), ...retired].map(({ id }) => id));
  return register
    .filter(({ id }) => !known.has(id))
    .map(({ id, table, version }) => ({
      file: registerFile,
      record: id,
      field: '',
      value: `lost: it was published in ${table} since ${version}`,
      expected: 'a record, or a row in data/aliases.csv or data/withdrawn.csv with the reason',
    }));
}

/** The id of every record that has one, with its table. */
export function liveIds(dataset: Dataset): { id: string; table: string }[] {
  return tablesWithIds.flatMap((table) =>
    (dataset[table] as readonly { readonly id: string }[]).map(({ id }) => ({ id, table })),
  );
}
