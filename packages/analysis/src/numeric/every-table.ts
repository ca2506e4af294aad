import type { Margins } from './contingency.ts';
import { logFactorial } from './distributions.ts';

/** A table being filled cell by cell. */
interface Filling {
  readonly rows: readonly number[];
  /** What is left of each column. */
  readonly left: number[];
  readonly weights: number[];
  readonly limit: number;
}

/** The next cell, what is left of its row, and the weight of the cells before it. */
interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rest: number;
  readonly weight: number;
}

/**
 * Goes through all tables with the given margins.
 *
 * @param limit - the most tables to go through
 * @returns for each table the logarithm of its probability, up to a constant; null where there are more than the limit
 * @example
 * everyTableWeight({ rows: [2, 1], columns: [2, 1], total: 3 }, 10)?.length; // 2
 */
export function everyTableWeight({ rows, columns }: Margins, limit: number): number[] | null {
  const filling = { rows, left: [...columns], weights: [], limit };
  return fill(filling, { row: 0, column: 0, rest: rows[0] ?? 0, weight: 0 }) ? filling.weights : null;
}

/** Fills the table from a cell on in every way; false once there are more ways than the limit. */
function fill(filling: Filling, cell: Cell): boolean {
  const { rows, left } = filling;
  if (cell.row >= rows.length - 1) return addTable(filling, cell.weight);
  if (cell.column === left.length) {
    return fill(filling, { row: cell.row + 1, column: 0, rest: rows[cell.row + 1] ?? 0, weight: cell.weight });
  }
  const room = left[cell.column] ?? 0;
  const later = left.slice(cell.column + 1).reduce((sum, count) => sum + count, 0);
  for (let count = Math.max(0, cell.rest - later); count <= Math.min(cell.rest, room); count += 1) {
    left[cell.column] = room - count;
    const weight = cell.weight - logFactorial(count);
    const next = { row: cell.row, column: cell.column + 1, rest: cell.rest - count, weight };
    if (!fill(filling, next)) return false;
  }
  left[cell.column] = room;
  return true;
}

/** The last row takes what is left. */
function addTable({ left, weights, limit }: Filling, weight: number): boolean {
  weights.push(left.reduce((sum, count) => sum - logFactorial(count), weight));
  return weights.length <= limit;
}
