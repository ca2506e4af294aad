import type { Column, ColumnKind, Table } from './table.ts';

type Rows = Pick<Table, 'columns' | 'rows'>;

/** Smaller numbers are what a computation leaves of zero, and are written as zero. */
const leastNumber = 1e-6;
const mostDigits = 6;

/**
 * A table whose columns say with how many digits behind the point they are written: the same in every row, so that one
 * number can be held against the next. Columns of one kind share their digits, as an estimate and the ends of its interval
 * do. Columns that say it already keep what they say.
 *
 * @example
 * withDigits({ columns: [column('low', 'Low', 'number')], rows: [{ low: 0.0253 }, { low: 0 }] }).columns[0].digits // => 3
 */
export function withDigits<Some extends Rows>(table: Some): Some {
  const digits = new Map<ColumnKind, number>();
  const digitsOf = (kind: ColumnKind): number => {
    const known = digits.get(kind) ?? digitsBehindPoint(kind, numbersOf(kind, table));
    digits.set(kind, known);
    return known;
  };
  const written = (column: Column): Column => ({ ...column, digits: column.digits ?? digitsOf(column.kind) });
  return { ...table, columns: table.columns.map(written) };
}

function numbersOf(kind: ColumnKind, { columns, rows }: Rows): number[] {
  const keys = columns.filter((column) => column.kind === kind).map(({ key }) => key);
  return rows.flatMap((row) => keys.map((key) => row[key])).filter((cell) => typeof cell === 'number');
}

/** Of a share those of its percentage. A ratio has one more than a number: it is read against one. */
function digitsBehindPoint(kind: ColumnKind, numbers: readonly number[]): number {
  switch (kind) {
    case 'share':
      return 1;
    case 'p_value':
      return 3;
    case 'ratio':
      return Math.max(3, Math.min(mostDigits, placeOfSmallest(numbers) + 1));
    case 'number':
    case 'measure': {
      if (numbers.every(Number.isInteger)) return 0;
      const place = placeOfSmallest(numbers);
      return Math.max(2, Math.min(3, place + 1), Math.min(mostDigits, place));
    }
    default:
      return 0;
  }
}

/** Where the first digit of the smallest number stands that is not zero: 1 for 0.3, 2 for 0.04, 0 for 5. */
function placeOfSmallest(numbers: readonly number[]): number {
  const sizes = numbers.map(Math.abs).filter((size) => size >= leastNumber);
  return sizes.length === 0 ? 0 : -Math.floor(Math.log10(Math.min(...sizes)));
}
