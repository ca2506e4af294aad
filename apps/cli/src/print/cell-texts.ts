import { withDigits, type Cell, type Column, type Table } from '@govexport/router';

type Row = Table['rows'][number];

/** Signs that stand for a missing number, with what they mean. */
export const signs = { infinite: '∞', open: 'unbounded', missing: '–' } as const;

/** The cells of a table as people read them. */
export function cellTexts(table: Table): string[][] {
  const { columns, rows } = withDigits(table);
  const printers = columns.map((column) => printerOf(columns, column));
  return rows.map((row) => columns.map(({ key }, place) => printers[place]?.(row[key] ?? null, row) ?? ''));
}

function printerOf(columns: readonly Column[], column: Column): (cell: Cell, row: Row) => string {
  const printNumber = numberPrinter(column);
  return (cell, row) => {
    if (cell === null) return nothing(column, row);
    if (typeof cell === 'string') return visible(cell);
    return column.kind === 'measure' && isWhole(columns, row) ? String(cell) : printNumber(cell);
  };
}

/** Whether the measures of a row are whole numbers, as that of a count among other measures. */
function isWhole(columns: readonly Column[], row: Row): boolean {
  const measures = columns.filter(({ kind }) => kind === 'measure').map(({ key }) => row[key] ?? null);
  return measures.every((cell) => cell === null || Number.isInteger(cell));
}

/** What stands for null: an interval without an end, a ratio without a denominator, or a value that is not known. */
function nothing({ key, kind }: Column, { low, high }: Row): string {
  const bounded = (end: Cell | undefined): boolean => end !== null && end !== undefined;
  if (key === 'low' && bounded(high)) return signs.open;
  if ((key === 'high' || key === 'estimate') && bounded(low)) return signs.infinite;
  return kind === 'text' || kind === 'year' ? 'unknown' : signs.missing;
}

function numberPrinter({ kind, digits = 0 }: Column): (value: number) => string {
  switch (kind) {
    case 'share':
      return (value) => `${(100 * value).toFixed(digits)}%`;
    case 'p_value':
      return (value) => (value < 0.001 ? '<0.001' : value.toFixed(digits));
    case 'number':
    case 'measure':
    case 'ratio':
      return (value) => value.toFixed(digits);
    default:
      return String;
  }
}

/** A text in which no character breaks the line, moves the cursor or turns the direction of a terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\uFFFD');
}

/** Says what a sign means where it stands in a table. */
export function signNote(table: Table): string | null {
  const cells = new Set(cellTexts(table).flat());
  const meanings = [
    cells.has(signs.infinite) ? `${signs.infinite}: without a finite value.` : null,
    cells.has(signs.missing) ? `${signs.missing}: not computable or not applicable.` : null,
  ].filter((meaning) => meaning !== null);
  return meanings.length === 0 ? null : meanings.join(' ');
}
