import { requireTable } from './requirements.ts';

/** Counts by two properties: one list a row, all of one length. */
export type ContingencyTable = readonly (readonly number[])[];

/** The sums of a table. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/**
 * The sums of a table's rows, of its columns, and of all cells.
 *
 * @throws RangeError where rows differ in length or a cell is not a whole number of zero or more
 * @example
 * marginsOf([[1, 2], [3, 4]]); // { rows: [3, 7], columns: [4, 6], total: 10 }
 */
export function marginsOf(table: ContingencyTable): Margins {
  requireTable(table);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (table[0] ?? []).map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return { rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}
