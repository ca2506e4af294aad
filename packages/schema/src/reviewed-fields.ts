import { ownFields } from './checked.ts';
import { flatFieldsOf, type FlatField } from './flat-field.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';

/**
 * The tables whose records persons check against sources: those with one file a record.
 *
 * @example
 * reviewedTables.map(({ name }) => name).slice(0, 2) // => ['programs', 'sources']
 */
export const reviewedTables = tables.filter(({ storage }) => storage === 'records');

/**
 * The fields of a record that a person checks: all but its id and its codings, the fields of a group one by one.
 *
 * @example
 * reviewedFieldsOf(tables[0]).map(({ name }) => name).slice(0, 3) // => ['title', 'description', 'start']
 */
export function reviewedFieldsOf({ record }: Pick<Table, 'record'>): FlatField[] {
  return flatFieldsOf(record).filter(({ path }) => !ownFields.has(path[0] ?? ''));
}
