import { DatasetCheck } from './dataset-check.ts';
import type { DatasetTables, TableRows } from './dataset.ts';
import type { Problem, RecordFile } from './problem.ts';
import type { Table } from './table.ts';
import { tables, type TableName } from './tables.ts';

/** The unchecked records of a dataset by table; a table that is not given is empty. */
export type DatasetFiles = { readonly meta: RecordFile } & {
  readonly [Name in TableName]?: readonly RecordFile[];
};

/** A parsed dataset, or everything that is wrong with it. */
export type ParsedDataset =
  { readonly ok: true; readonly tables: DatasetTables } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks every record of every table and everything between records: ids are unique, references resolve, sources are
 * used, an id that was given up is no record any more, and the rules within a record hold. All problems are reported at once; nothing is repaired or left out.
 *
 * @param files - the unchecked records, each with the file to name in a problem
 * @returns the tables, each sorted by its key, or every problem; it does not throw
 *
 * @example
 * const parsed = parseDataset({ meta: { file: 'dataset.json', value: {} }, programs: [], sources: [] })
 * parsed.ok // => false
 */
export function parseDataset(files: DatasetFiles): ParsedDataset {
  const check = new DatasetCheck(files.meta);
  const rows = tables.map((table) => {
    const records = (files[table.name] ?? []).map((file) => check.add(table, file)).filter((record) => record !== null);
    return [table.name, sortedByKey(table, records)] as const;
  });
  const { problems } = check.finish();
  if (problems.length > 0 || check.meta === undefined) return { ok: false, problems };
  return { ok: true, tables: { meta: check.meta, ...(Object.fromEntries(rows) as unknown as TableRows) } };
}

/** Records in the order of their key, the same on every machine. */
export function sortedByKey<Row extends object>({ key }: Pick<Table, 'key'>, records: readonly Row[]): Row[] {
  const at = (row: Row, field: string) => (row as Readonly<Record<string, unknown>>)[field];
  return [...records].sort((a, b) => key.map((field) => compare(at(a, field), at(b, field))).find(Boolean) ?? 0);
}

/** Numbers by size, text by code unit: the same order on every machine. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}
