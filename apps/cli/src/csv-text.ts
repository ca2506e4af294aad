import type { Cell } from '@govexport/router';
import { csvText as rfc4180, type FlatRow } from '@govexport/schema';
import type { ShownTable } from './shown.ts';

/** The first table as RFC 4180 with LF line ends: keys as the header, numbers unrounded, null as an empty cell. */
export function csvText([main]: readonly ShownTable[]): string {
  if (main === undefined) return '';
  const { columns, rows } = main.data;
  const keys = columns.map(({ key }) => key);
  const cells = rows.map((row): FlatRow => Object.fromEntries(keys.map((key) => [key, guarded(row[key] ?? null)])));
  return rfc4180(keys, cells);
}

/** A spreadsheet runs a text with one of these first; the apostrophe makes it text again. */
function guarded(cell: Cell): Cell {
  return typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
