import type { Cell, Column, Table } from '@govexport/router';

type Row = Table['rows'][number];

/** Signs that stand for a missing number, with what they mean. */
export const signs = { infinite: '∞', open: 'unbounded', missing: '–' } as const;

/** The cells of a table as people read them. */
export function cellTexts({ columns, rows }: Table): string[][] {
  const digits = digitsFor(columns, rows);
  const printers = columns.map((column) => printerOf(columns, column, digits));
  return rows.map((row) => columns.map(({ key }, place) => printers[place]?.(row[key] ?? null, row) ?? ''));
}

function printerOf(columns: readonly Column[], column: Column, digits: number): (cell: Cell, row: Row) => string {
  const printNumber = numberPrinter(column, digits);
  return (cell, row) => {
    if (cell === null) return nothing(column, row);
    if (typeof cell === 'string') return visible(cell);
    return column.kind === 'number' && isWhole(columns, row) ? String(cell) : printNumber(cell);
  };
}

/** Whether a row holds whole numbers only, as that of a count among other measures. */
function isWhole(columns: readonly Column[], row: Row): boolean {
  const numbers = columns.filter(({ kind }) => kind === 'number').map(({ key }) => row[key] ?? null);
  return numbers.every((cell) => cell === null || Number.isInteger(cell));
}

/** What stands for null: an interval without an end, a ratio without a denominator, or a value that is not known. */
function nothing({ key, kind }: Column, { low, high }: Row): string {
  const bounded = (end: Cell | undefined): boolean => end !== null && end !== undefined;
  if (key === 'low' && bounded(high)) return signs.open;
  if ((key === 'high' || key === 'estimate') && bounded(low)) return signs.infinite;
  return kind === 'text' || kind === 'year' ? 'unknown' : signs.missing;
}

function numberPrinter({ kind }: Column, digits: number): (value: number) => string {
  switch (kind) {
    case 'share':
      return (value) => `${(100 * value).toFixed(1)}%`;
    case 'ratio':
      return (value) => value.toFixed(3);
    case 'p_value':
      return (value) => (value < 0.001 ? '<0.001' : value.toFixed(3));
    case 'number':
      return (value) => value.toFixed(digits);
    default:
      return String;
  }
}

/** Two digits behind the point in every row of a table that is not whole, or three where two would hide a small number. */
function digitsFor(columns: readonly Column[], rows: readonly Row[]): number {
  const cells = columns.filter(({ kind }) => kind === 'number').flatMap(({ key }) => rows.map((row) => row[key]));
  return cells.some((cell) => typeof cell === 'number' && cell !== 0 && Math.abs(cell) < 0.1) ? 3 : 2;
}

/** A text in which no character breaks the line, moves the cursor or turns the direction of a terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD');
}
