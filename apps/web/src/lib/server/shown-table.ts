import type { Table } from '@govexport/router';
import type { ShownTable } from '../table.ts';
import { shown } from './language/translate.ts';

/** A table of an answer in the language of the page. */
export function shownTable(table: Table): ShownTable {
  const texts = new Set(table.rows.flatMap((row) => Object.values(row).filter((cell) => typeof cell === 'string')));
  return {
    ...table,
    title: shown(table.title).text,
    note: table.note === null ? null : shown(table.note),
    columns: table.columns.map((column) => ({ ...column, label: shown(column.label).text })),
    words: Object.fromEntries([...texts].map((text) => [text, shown(text)])),
  };
}
