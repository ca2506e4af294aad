import { CountryCode } from './country-code.ts';
import { DatasetMeta } from './dataset-meta.ts';
import { allowedWords, declaredValues } from './declared.ts';
import type { DatasetTables, TableRows } from './dataset.ts';
import { showValue, type Problem, type RecordFile } from './problem.ts';
import { orNull, problemsFromZod, recordIdOf, schemaAt } from './problems-from-zod.ts';
import { danglingReferences, duplicateIds, duplicateKeys, linksOf, unusedRecords, valueIn } from './record-links.ts';
import { recipientPlacesOf, recipientWords, valuesAt } from './recipient-places.ts';
import { retiredIdProblems } from './retired-ids.ts';
import type { Calendar } from './rule.ts';
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
  if (!meta.success) problems.push(...problemsFromZod(files.meta, DatasetMeta, meta));
  else problems.push(...undeclaredDefault(files.meta.file, meta.data));
  const recipients = meta.data?.recipients;
  const parsed = tables.map((table) => ({
    table,
    rows: parseRecords(table, files[table.name] ?? [], { problems, recipients }),
  }));

  const links = tables.flatMap((table) => (files[table.name] ?? []).map((file) => linksOf(table, file)));
  problems.push(...duplicateIds(links));
  problems.push(...duplicateKeys(links));
  problems.push(...parsed.flatMap((one) => brokenRules(one, meta.data)));
  if (recipients !== undefined)
    problems.push(...tables.flatMap((table) => undeclaredRecipients(table, files[table.name] ?? [], recipients)));
  problems.push(...danglingReferences(links));
  problems.push(...unusedRecords(links));
  problems.push(...retiredIdProblems(links));

  if (problems.length > 0 || !meta.success) return { ok: false, problems };
  const rows = Object.fromEntries(parsed.map((one) => [one.table.name, sortedByKey(one)])) as unknown as TableRows;
  return { ok: true, tables: { meta: meta.data, ...rows } };
}

/** A default scope that is none of the scopes. */
function undeclaredDefault(file: string, meta: DatasetMeta): Problem[] {
  const { scope } = declaredValues(meta);
  if (scope.includes(meta.default_scope)) return [];
  const value = showValue(meta.default_scope);
  return [{ file, record: null, field: 'default_scope', value, expected: allowedWords(scope) }];
}

/**
 * States that stand where a recipient does and are none of the dataset, also in a record that has another problem. What is
 * no state at all, the schema refuses.
 */
function undeclaredRecipients(table: Table, files: readonly RecordFile[], recipients: readonly string[]): Problem[] {
  const places = recipientPlacesOf(table.record);
  const declared = new Set(recipients);
  const words = recipientWords(recipients);
  return files.flatMap(({ file, value }) =>
    places
      .flatMap((place) => valuesAt(value, place))
      .filter((found) => CountryCode.safeParse(found.value).success && !declared.has(found.value as string))
      .map((found) => ({
        file,
        record: recordIdOf(value),
        field: found.field,
        value: showValue(found.value),
        expected: orNull(words, schemaAt(table.record, found.field.split('.'))),
      })),
  );
}

interface Checking {
  readonly problems: Problem[];
  /** Undefined where the dataset does not say them. */
  readonly recipients: readonly string[] | undefined;
}

function parseRecords(table: Table, files: readonly RecordFile[], { problems, recipients }: Checking): Row[] {
  return files.flatMap((file) => {
    const parsed = table.record.safeParse(file.value);
    if (parsed.success) return [{ file: file.file, item: parsed.data }];
    problems.push(...problemsFromZod(file, table.record, { error: parsed.error, recipients }));
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

function brokenRules({ table, rows }: ParsedTable, calendar?: Calendar): Problem[] {
  return rows.flatMap(({ file, item }) =>
    table.check(item, calendar).map(({ field, value, expected }) => ({
      file,
      record: valueIn(item, 'id') as string | null,
      field,
      value: showValue(value),
      expected,
    })),
  );
}
