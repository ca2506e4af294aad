import type { Cell } from '@govexport/router';
import type { ShownTable } from './shown.ts';

/** The first table as RFC 4180 with LF line ends: keys as the header, numbers unrounded, null as an empty cell. */
export function csvText([main]: readonly ShownTable[]): string {
  if (main === undefined) return '';
  const { columns, rows } = main.data;
  const header = columns.map(({ key }) => key);
  const lines = [header, ...rows.map((row) => columns.map(({ key }) => cellText(row[key] ?? null)))];
  return lines.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // A spreadsheet runs a cell with one of these first; the apostrophe makes it text again.
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
