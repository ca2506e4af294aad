import { showValue } from '@govexport/schema';
import { LocationError } from '../../location-error.ts';
import type { Sheet, SheetRow } from './row.ts';

/** One row of a table: its cells by column, and its number as a spreadsheet shows it. */
export interface TableRow {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The names of cells whose column has none: its letters. */
  readonly unnamed: readonly string[];
  /** What stands in the row, for a person. */
  readonly text: string;
}

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  /** The letters by which a spreadsheet calls it. */
  readonly letters: string;
}

/** A table found in a sheet. */
export interface SheetTable {
  readonly columns: readonly TableColumn[];
  readonly header_row: number;
  /** What was read over, in words, with the numbers of the rows. */
  readonly passed_over: readonly string[];
  readonly rows: AsyncIterable<TableRow>;
}

/** A header stands among the first rows. */
const searched = 60;

/**
 * Finds the table in a sheet: its header is the first row that holds every wanted column, or, where none is wanted, the
 * first that is filled as far as the fullest rows and holds no number. Titles and groups of columns above it are read over,
 * and so are empty rows and columns.
 *
 * @param wanted - columns that the header must hold
 * @throws LocationError where there is no header, or a row is wider than it
 */
export async function findTable(sheet: Sheet, wanted: readonly string[]): Promise<SheetTable> {
  const iterator = sheet.rows[Symbol.asyncIterator]();
  const first: SheetRow[] = [];
  let next = await iterator.next();
  while (next.done !== true) {
    first.push({ ...next.value, cells: next.value.cells.map(plain) });
    if (first.length >= searched) break;
    next = await iterator.next();
  }
  const filled = first.filter(isFilled);
  if (filled.length === 0) throw new LocationError(`${sheet.name} is empty; expected a header and rows.`);
  const header = headerIn(filled, wanted.filter((name) => name !== '').map(plain));
  const above = filled.filter(({ number }) => number < header.number);
  const columns = namesOf(header, above.at(-1));
  const rest: AsyncIterable<SheetRow> = { [Symbol.asyncIterator]: () => iterator };
  const below = first.filter(({ number }) => number > header.number);
  return {
    columns: columns.flatMap((name, at) => (name === '' ? [] : [{ name, letters: lettersOf(at) }])),
    header_row: header.number,
    passed_over: above.map((row) => `row ${row.number}, above the header: ${shown(row)}`),
    rows: rowsOf(columns, joined(below, rest)),
  };
}

function headerIn(rows: readonly SheetRow[], wanted: readonly string[]): SheetRow {
  const held = ({ cells }: SheetRow) => wanted.filter((name) => cells.includes(name)).length;
  const [begin] = rows;
  if (wanted.length > 0) {
    const most = rows.reduce((best, row) => (held(row) > held(best) ? row : best));
    return held(most) > 0 || begin === undefined ? most : begin;
  }
  const widths = rows.map(({ cells }) => cells.filter(Boolean).length);
  const wide = Math.max(...widths) * 0.7;
  const found = rows.find(({ cells }, at) => (widths[at] ?? 0) >= wide && !cells.some(isFigure));
  return found ?? (begin as SheetRow);
}

/** A sign such as № or # heads a column; a number does not. */
function isFigure(cell: string): boolean {
  return /^[-+]?[\d.,/\s-]+$/u.test(cell.normalize('NFKC')) && /\d/u.test(cell);
}

/** A name of its own for each column: an empty one takes that of its group, and one that stands twice is told apart. */
function namesOf({ cells }: SheetRow, group: SheetRow | undefined): string[] {
  const groups = spread(group?.cells ?? []);
  const plainNames = cells.map((cell, at) => (cell === '' ? (group?.cells[at] ?? '') : cell));
  const twice = (name: string, among: readonly string[]) => among.filter((other) => other === name).length > 1;
  const grouped = plainNames.map((name, at) => {
    const over = groups[at] ?? '';
    return name !== '' && twice(name, plainNames) && over !== '' && over !== name ? `${over} ${name}` : name;
  });
  const seen = new Map<string, number>();
  return grouped.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return name === '' || times === 1 ? name : `${name} (${times})`;
  });
}

/** The title of a group stands over its first column. */
function spread(cells: readonly string[]): string[] {
  let over = '';
  return cells.map((cell) => (over = cell === '' ? over : cell));
}

async function* joined(first: readonly SheetRow[], rest: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  yield* first;
  for await (const row of rest) yield row;
}

async function* rowsOf(columns: readonly string[], rows: AsyncIterable<SheetRow>): AsyncGenerator<TableRow> {
  for await (const row of rows) if (isFilled(row)) yield rowOf(columns, row);
}

function rowOf(columns: readonly string[], row: SheetRow): TableRow {
  const cells: Record<string, string> = {};
  const unnamed: string[] = [];
  for (let at = 0; at < Math.max(columns.length, row.cells.length); at += 1) {
    const [column = '', cell = ''] = [columns[at], row.cells[at]];
    if (column !== '') cells[column] = cell;
    else if (cell.trim() !== '') {
      // A column without a name is called by its letters where it holds anything.
      const name = `column ${lettersOf(at)}`;
      unnamed.push(name);
      cells[name] = cell;
    }
  }
  return {
    number: row.number,
    cells,
    unnamed,
    get text() {
      return shown(row);
    },
  };
}

function isFilled({ cells }: SheetRow): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function shown({ cells }: SheetRow): string {
  return showValue(cells.map(plain).filter(Boolean).join(' | '));
}

/**
 * The name of a column on one line, without spaces at its ends.
 *
 * @example
 * plain(' Date of\n start ') // => 'Date of start'
 */
export function plain(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').trim();
}

/**
 * The letters of a column as a spreadsheet counts them: A to Z, then AA.
 *
 * @example
 * [0, 25, 26, 701, 702].map(lettersOf) // => ['A', 'Z', 'AA', 'ZZ', 'AAA']
 */
export function lettersOf(at: number): string {
  const [more, letter] = [Math.floor(at / 26), String.fromCharCode(65 + (at % 26))];
  return more === 0 ? letter : lettersOf(more - 1) + letter;
}
