import { DatasetMeta } from './dataset-meta.ts';
import type { DatasetTables, TableRows } from './dataset.ts';
import { showValue, type Problem, type RecordFile } from './problem.ts';
import { problemsFromZod } from './problems-from-zod.ts';
import { danglingReferences, duplicateIds, duplicateKeys, linksOf, unusedRecords, valueIn } from './record-links.ts';
import { retiredIdProblems } from './retired-ids.ts';
import type { Table } from './table.ts';
import { tables, type TableName } from './tables.ts';

/** The unchecked records of a dataset by table; a table that is not given is empty. */
export type DatasetFiles = { readonly meta: RecordFile } & {
  readonly [Name in TableName]?: readonly RecordFile[];
};

/** A parsed dataset, or everything that is wrong with it. */
export type ParsedDataset =
  { readonly ok: true; readonly tables: DatasetTables } | { readonly ok: false; readonly problems: readonly Problem[] };

interface Row {
  readonly file: string;
  readonly item: Record<string, unknown>;
}

interface ParsedTable {
  readonly table: Table;
  readonly rows: readonly Row[];
}

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
  const problems: Problem[] = [];
  const meta = DatasetMeta.safeParse(files.meta.value);
  if (!meta.success) problems.push(...problemsFromZod(files.meta, DatasetMeta, meta.error));
  const parsed = tables.map((table) => ({ table, rows: parseRecords(table, files[table.name] ?? [], problems) }));

  const links = tables.flatMap((table) => (files[table.name] ?? []).map((file) => linksOf(table, file)));
  problems.push(...duplicateIds(links));
  problems.push(...duplicateKeys(links));
  problems.push(...parsed.flatMap(brokenRules));
  problems.push(...danglingReferences(links));
  problems.push(...unusedRecords(links));
  problems.push(...retiredIdProblems(links));

  if (problems.length > 0 || !meta.success) return { ok: false, problems };
  const rows = Object.fromEntries(parsed.map((one) => [one.table.name, sortedByKey(one)])) as unknown as TableRows;
  return { ok: true, tables: { meta: meta.data, ...rows } };
}

function parseRecords(table: Table, files: readonly RecordFile[], problems: Problem[]): Row[] {
  return files.flatMap((file) => {
    const parsed = table.record.safeParse(file.value);
    if (parsed.success) return [{ file: file.file, item: parsed.data }];
    problems.push(...problemsFromZod(file, table.record, parsed.error));
    return [];
  });
}

function sortedByKey({ table: { key }, rows }: ParsedTable): Record<string, unknown>[] {
  return rows
    .map(({ item }) => item)
    .sort((a, b) => key.map((field) => compare(a[field], b[field])).find(Boolean) ?? 0);
}

/** Numbers by size, text by code unit: the same order on every machine. */
function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  return (a as string | number) < (b as string | number) ? -1 : 1;
}

function brokenRules({ table, rows }: ParsedTable): Problem[] {
  return rows.flatMap(({ file, item }) =>
    table.check(item).map(({ field, value, expected }) => ({
      file,
      record: valueIn(item, 'id') as string | null,
      field,
      value: showValue(value),
      expected,
    })),
  );
}
