import { tables, type Table } from '@govexport/schema';

/** Every table of the dataset, without the types of its fields. */
export const plainTables = tables as readonly unknown[] as readonly Table[];

/** The page of a record, without the language; null where records of its table have no page of their own. */
export function recordAddress(table: string, id: string): string | null {
  if (table === 'programs' || table === 'sources') return `/${table}/${id}`;
  return hasRecordPages(table) ? `/records/${table}/${id}` : null;
}

/** Whether the records of a table have ids, and so a page each. */
export function hasRecordPages(name: string): boolean {
  return plainTables.some((table) => table.name === name && table.key.join() === 'id' && !retired.has(name));
}

/** The list of a table, without the language. */
export function tableAddress(table: string): string {
  return table === 'programs' ? '/explore' : `/records/${table}`;
}

/** Tables of ids that are given up: each id leads to another record or to none. */
const retired: ReadonlySet<string> = new Set(['aliases', 'withdrawn']);
