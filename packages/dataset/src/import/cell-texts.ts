import type { FieldRule, FieldRules } from './mapping.ts';
import { plain, type TableRow } from './sheet/table.ts';

/** The values of a record by the names of its flat fields. */
export type CellValues = Record<string, unknown>;

/** What a mapping says of the cells of one table. */
export interface CellRules {
  readonly rules: FieldRules;
  /** Texts that mean unknown. */
  readonly unknown: readonly string[];
  /** Month in which a year of the dataset begins; not given: January. */
  readonly year_starts_in?: number | undefined;
}

/** What a cell says; undefined where it is empty or says that nothing is known. */
export function textOf(row: TableRow, column: string | undefined, unknown: readonly string[]): string | undefined {
  if (column === undefined) return undefined;
  // A column is named as it stands in the header, line breaks and spaces within apart.
  const text = withoutMarks((row.cells[column] ?? row.cells[plain(column)] ?? '').trim());
  return text === '' || unknown.includes(text) ? undefined : text;
}

/** A table program writes a day with its first moment, and a whole number with a zero behind the point. */
function withoutMarks(text: string): string {
  if (!text.endsWith('0') && !text.endsWith('Z')) return text;
  return text.replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?Z?$/, '$1').replace(/^(\d+)\.0+$/, '$1');
}

/** What the mapping says that a text stands for; undefined where it says nothing of it. */
export function translationOf(text: string, { values, otherwise }: FieldRule): unknown {
  if (values !== undefined && Object.hasOwn(values, text)) return values[text];
  return otherwise;
}
