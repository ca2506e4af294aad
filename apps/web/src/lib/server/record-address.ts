import { redirect } from '@sveltejs/kit';
import { tables, type Table } from '@govexport/schema';
import { localizeHref } from '../generated/runtime.js';

/** Every table of the dataset, without the types of its fields. */
export const plainTables = tables as readonly unknown[] as readonly Table[];

/** The page of a record, without the language; null where records of its table have no page of their own. */
export function recordAddress(table: string, id: string): string | null {
  if (table === 'programs' || table === 'sources') return `/${table}/${id}`;
  return hasRecordPages(table) ? `/records/${table}/${id}` : null;
}

/** Leads an address whose id is written in small letters to the one in capitals, as ids are. */
export function leadToCapitals(table: string, id: string) {
  const address = id === id.toUpperCase() ? null : recordAddress(table, id.toUpperCase());
  if (address !== null) redirect(308, localizeHref(address));
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
