import { termLabel } from '../compute/dimensions.ts';
import type { ValueCount } from '../results/records.ts';
import type { YearCount } from '../compute/yearly.ts';
import { column, type Table, yearCountColumns } from '../table.ts';

/** The table of dated records a year. */
export function yearsTable(title: string, years: readonly YearCount[], undated: number): Table {
  return {
    name: 'years',
    title,
    note: `Garwood intervals of each count. Without a date, and in no year: ${undated}.`,
    columns: yearCountColumns('Records'),
    rows: years.map(({ year, count, low, high }) => ({ year, count, low, high })),
  };
}

/** Counts of one field: what it is called, the vocabulary of its values, and the counts. */
export interface FieldCounts {
  readonly of: string;
  readonly vocabulary: string | null;
  readonly counts: readonly ValueCount[];
}

/** The table of records by the values of several fields. */
export function valuesTable(title: string, fields: readonly FieldCounts[]): Table {
  return {
    name: 'values',
    title,
    note: 'A record with several values counts once for each.',
    columns: [column('of', 'By', 'text'), column('value', 'Value', 'text'), column('count', 'Records', 'count')],
    rows: fields.flatMap(({ of, vocabulary, counts }) =>
      counts.map(({ value, count }) => ({
        of,
        value: vocabulary === null ? (value ?? 'Unknown') : termLabel(vocabulary, value),
        count,
      })),
    ),
  };
}

/** Why a table of records gives nothing: the dataset has none, or none is in scope. Null where there are records. */
export function absence(noun: string, { in_dataset, n }: { in_dataset: number; n: number }): string | null {
  if (in_dataset === 0) return `The dataset has no record of ${noun}.`;
  return n === 0 ? `No record of ${noun} is in scope.` : null;
}

/** How the filter applies to records that are not programs. */
export const contextScope =
  'Of the filter, states, years, confidence and sources apply; a record without a date counts only where the years take in every dated record.';
