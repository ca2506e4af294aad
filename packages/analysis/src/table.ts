import type { CellType, FlatRows } from '@govexport/schema';
import type { Estimate } from './estimate.ts';

/**
 * What a column holds, so that each surface can print it well. The numbers of a column have one unit; where each row is a
 * measure of its own, as in a list of tests, they are measures.
 */
export type ColumnKind = 'text' | 'year' | 'count' | 'number' | 'measure' | 'share' | 'ratio' | 'p_value';

/** One column of a table. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Digits behind the point in every row, of a share those of its percentage; `withDigits` finds them. */
  readonly digits?: number;
}

/** One cell: null where the value is unknown, unbounded or not computable. */
export type Cell = string | number | null;

/** A table of an answer, the same on every surface. */
export interface Table {
  readonly name: string;
  readonly title: string;
  /** What a reader must know about the denominator; null where the title says it all. */
  readonly note: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** How a surface may draw one table of an answer; the fields name columns. */
export interface Chart {
  readonly table: string;
  /**
   * columns: upright, over years. bars: level, one a value. intervals: a dot with its interval. lines: over years, one for
   * each value of the group, with its interval as a band. heat: cells of a row for each value of the series.
   */
  readonly kind: 'columns' | 'bars' | 'intervals' | 'lines' | 'heat';
  readonly label: string;
  readonly value: string;
  readonly low: string | null;
  readonly high: string | null;
  /** A line over the columns, such as the fitted trend. */
  readonly line: string | null;
  /** Ends of the interval of the line, drawn as a band around it. */
  readonly line_low: string | null;
  readonly line_high: string | null;
  /** Whether the line goes in steps: constant, until it changes at the beginning of a year. */
  readonly line_steps: boolean;
  /** Splits the rows into one small chart for each value. */
  readonly series: string | null;
  /** Splits the rows of one small chart into lines. */
  readonly group: string | null;
}

/** A column. */
export function column(key: string, label: string, kind: ColumnKind): Column {
  return { key, label, kind };
}

/** A chart without interval, line, series and group, where it does not name them. */
export function chartOf(chart: Pick<Chart, 'table' | 'kind' | 'label' | 'value'> & Partial<Chart>): Chart {
  return {
    ...{ low: null, high: null, series: null, group: null },
    ...{ line: null, line_low: null, line_high: null, line_steps: false },
    ...chart,
  };
}

/** Columns of the count of a year with its interval, in tables. */
export function yearCountColumns(counted = 'Programs'): Column[] {
  return [
    column('year', 'Year', 'year'),
    column('count', counted, 'count'),
    column('low', 'Low', 'number'),
    column('high', 'High', 'number'),
  ];
}

/** The columns of an estimate with its interval; the kind is that of the estimate. */
export function estimateColumns(label: string, kind: ColumnKind): Column[] {
  return [
    { key: 'estimate', label, kind },
    { key: 'low', label: 'Low', kind },
    { key: 'high', label: 'High', kind },
  ];
}

/** The cells of an estimate with its interval. */
export function estimateCells(estimate: Estimate): { estimate: Cell; low: Cell; high: Cell } {
  if (!('level' in estimate)) return { estimate: null, low: null, high: null };
  return { estimate: estimate.estimate, low: estimate.low, high: estimate.high };
}

/** What the cells of a column hold, by its kind. */
const cellTypes: Readonly<Record<ColumnKind, CellType>> = {
  text: 'text',
  year: 'integer',
  count: 'integer',
  number: 'number',
  measure: 'number',
  share: 'number',
  ratio: 'number',
  p_value: 'number',
};

/**
 * A table of an answer as the rows of a file: columns by their keys, typed by their kinds, whatever the rows hold.
 *
 * @example
 * flatRowsOf({ name: 'years', title: 'Years', note: null, columns: [column('year', 'Year', 'year')], rows: [] }).columns
 * // => [{ name: 'year', type: 'integer' }]
 */
export function flatRowsOf({ name, title, columns, rows }: Table): FlatRows {
  const written = rows.map((row) => Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null])));
  const typed = columns.map(({ key, kind }) => ({ name: key, type: cellTypes[kind] }));
  return { name, description: title, columns: typed, rows: written, records: written };
}
