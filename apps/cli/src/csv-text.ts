import type { Cell } from '@govexport/router';
import { escapeCell, csvText as rfc4180, type FlatRow } from '@govexport/schema';
import type { ShownTable } from './shown.ts';

/**
 * The first table as RFC 4180 with LF line ends: keys as the header, numbers unrounded, null as an empty cell, texts
 * escaped against spreadsheets.
 */
export function csvText([main]: readonly ShownTable[]): string {
  if (main === undefined) return '';
  const { columns, rows } = main.data;
  const keys = columns.map(({ key }) => key);
  const cells = rows.map((row): FlatRow => Object.fromEntries(keys.map((key) => [key, shownCell(row[key] ?? null)])));
  return rfc4180(keys, cells);
}

function shownCell(cell: Cell): Cell {
  return typeof cell === 'string' ? escapeCell(cell) : cell;
}
