import type { Table } from '@govexport/schema';

/** A record of any table, as the code that treats all tables alike sees it. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The key of a record as one text: its id, or the parts of its key joined by a comma.
 *
 * @example
 * keyText({ key: ['country', 'name_en'] }, { country: 'KZ', name_en: 'Almaty' }) // => 'KZ,Almaty'
 */
export function keyText({ key }: Pick<Table, 'key'>, row: Row): string {
  return key.map((field) => String(row[field])).join(',');
}
