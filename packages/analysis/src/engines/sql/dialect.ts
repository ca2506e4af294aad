import type { CellType } from '@govexport/schema';
import type { Scalar } from '../../query/query.ts';
import type { Column } from './column.ts';

/** A value that is compared with; unknown is told by `IS NULL`. */
export type Known = Exclude<Scalar, null>;

/** What one engine writes otherwise than another. All takes and gives SQL, but for names and values. */
export interface Dialect {
  /** A value: its place where it is added to the bound ones, or the value itself, quoted. */
  readonly value: (value: Known, type: CellType, bound: Known[]) => string;
  readonly table: (name: string) => string;
  /** The value, or the list, of a column of the table that is asked; of a group in a list, the list of that field. */
  readonly column: (column: Column) => string;
  /** How long the list of a column is. */
  readonly size: (column: Column) => string;
  /** Whether any item of a list meets a condition. */
  readonly any: (list: string, condition: (item: string) => string) => string;
  /** A row for each item of a list, and one with NULL for a list of none. */
  readonly spread: (list: string) => string;
  /** The items of a list, each cut before the first such text. */
  readonly cut: (list: string, until: string) => string;
  /** The JSON text of a list. */
  readonly json: (list: string, column: Column) => string;
  /** Whether any item of the list of a column of a table is among those that a query selects. */
  readonly cites: (cites: { readonly list: string; readonly table: string; readonly selected: string }) => string;
  /** What is ordered as JavaScript orders the values: text by UTF-16 code units. */
  readonly sortable: { readonly [Type in CellType]: (sql: string) => string };
  /** The whole number that digits stand for. */
  readonly integer: (digits: string) => string;
  /** Joins at most one row to each. */
  readonly leftJoin: string;
  /** A column of a table that is joined: unknown where no row is. */
  readonly joined: (column: string) => string;
}
