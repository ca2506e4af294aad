import { flatRowsOf, type Chart, type Table } from '@govexport/router';
import type { FlatRows } from '@govexport/schema';

/** One table of an answer: as data for programs, and as text for people. */
export interface ShownTable {
  /** Full columns and codes as the dataset holds them, flattened as in every file of rows. */
  readonly data: FlatRows;
  /** The same rows with labels, and only the columns that a person can take in. */
  readonly text: Table;
  /** rows: below a header. record: one line for each column, row after row. */
  readonly layout: 'rows' | 'record';
}

/** What is shown of an answer, the main table first. */
export interface Shown {
  readonly finding: string;
  readonly tables: readonly ShownTable[];
  /** How one of the tables is drawn. */
  readonly chart?: Chart | null;
  /** Text that is printed as it stands instead of all that, since it is made to be copied. */
  readonly verbatim?: string;
}

/** A table that is the same for programs and for people. */
export function plain(table: Table): ShownTable {
  return { data: flatRowsOf(table), text: table, layout: 'rows' };
}
