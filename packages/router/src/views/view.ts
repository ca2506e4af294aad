import { flatRowsOf, type Chart, type Table } from '@govexport/analysis/tables';
import type { FlatRows } from '@govexport/schema';

/**
 * What a surface shows of an answer or of a record, the same on every surface. Its words are English and its values are
 * codes, so that each surface writes them in its language.
 */
export interface View {
  /** What a person reads first. */
  readonly headline: string;
  /** What stands below it. */
  readonly detail?: string | null;
  /** What a reader must know before quoting. */
  readonly caveats?: readonly string[];
  /** The fields of records, those together that belong together. */
  readonly groups?: readonly ViewGroup[];
  /** The main table first. */
  readonly tables: readonly ViewTable[];
  /** How one of the tables is drawn. */
  readonly chart?: Chart | null;
  /** Text that is printed as it stands instead of all that, since it is made to be copied. */
  readonly verbatim?: string;
}

/** One table of an answer: as data for programs, and as text for people. */
export interface ViewTable {
  /** Full columns and codes as the dataset holds them, flattened as in every file of rows. */
  readonly data: FlatRows;
  /** The same rows with labels, and only the columns that a person can take in; null where groups show them. */
  readonly text: Table | null;
  /** rows: below a header. record: one line for each column, row after row. */
  readonly layout: 'rows' | 'record';
}

/** Fields of a record that stand together. */
export interface ViewGroup {
  /** Name of the table whose rows it shows. */
  readonly table: string;
  readonly title: string;
  readonly fields: readonly ViewField[];
  /** Ids of the sources that support the fields. */
  readonly sources: readonly string[];
}

/** A field of a record. */
export interface ViewField {
  /** Its path in the record, such as `participants.low`. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly values: readonly FieldValue[];
  /** What it means where there is no value. */
  readonly absent: 'unknown' | 'none' | 'none named';
}

/** One value of a field. A text has the language that it is written in; null where it is no words of one. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string; readonly language: 'en' | 'ru' | 'zh' | null }
  /** The label is told with the sender of the dataset, where that is known. */
  | { readonly kind: 'term'; readonly vocabulary: string; readonly value: string; readonly label?: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'truth'; readonly value: boolean }
  /** A partial date, the ISO code of a state or a language, or an address. */
  | { readonly kind: 'date' | 'state' | 'language' | 'link'; readonly text: string }
  | { readonly kind: 'agency'; readonly name: string; readonly state: string | null };

/** A table that is the same for programs and for people. */
export function plain(table: Table): ViewTable {
  return { data: flatRowsOf(table), text: table, layout: 'rows' };
}

/** What makes a table of texts. */
interface TextTable {
  readonly name: string;
  readonly title: string;
  readonly note?: string | null;
  /** The columns: their keys with their labels. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
}

/** A table of texts. */
export function textTable({ note = null, labels, rows, ...naming }: TextTable): Table {
  const columns = Object.entries(labels).map(([key, label]) => ({ key, label, kind: 'text' as const }));
  return { ...naming, note, columns, rows: rows as Table['rows'] };
}
