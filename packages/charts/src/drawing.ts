import type { Cell, Chart, Column, ColumnKind } from '@govexport/analysis/tables';
import { markWriter, textReader, type ChartTable, type MarkWords, type Reading } from './mark-words.ts';

export type { ChartTable, Reading } from './mark-words.ts';

/** One thing to draw: a value with its interval and, where the chart has one, the fitted value beside it. */
export interface Mark extends MarkWords {
  readonly label: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly line: number | null;
  /** Ends of the interval of the fitted value. */
  readonly lineLow: number | null;
  readonly lineHigh: number | null;
  readonly series: string | null;
  readonly group: string | null;
}

/** What a chart draws, taken out of its table. */
export interface Drawing {
  readonly title: string;
  readonly kind: Chart['kind'];
  readonly marks: readonly Mark[];
  /** What the values are. */
  readonly valueKind: ColumnKind;
  readonly valueLabel: string;
  readonly hasInterval: boolean;
  readonly hasLine: boolean;
  /** Whether the fitted values have intervals. */
  readonly hasBand: boolean;
  /** Whether the fitted line goes in steps. */
  readonly lineSteps: boolean;
}

/** Reads the marks of a chart from the rows of its table; null where the table is not there or has no rows. */
export function readDrawing(chart: Chart, tables: readonly ChartTable[], reading: Reading): Drawing | null {
  const table = tables.find(({ name }) => name === chart.table);
  if (table === undefined || table.rows.length === 0) return null;
  const value = columnOf(table, chart.value);
  return {
    title: table.title,
    kind: chart.kind,
    marks: readMarks(chart, table, reading),
    valueKind: value?.kind ?? 'number',
    valueLabel: value?.label ?? chart.value,
    hasInterval: chart.low !== null || chart.high !== null,
    hasLine: chart.line !== null,
    hasBand: chart.line_low !== null || chart.line_high !== null,
    lineSteps: chart.line_steps,
  };
}

function readMarks(chart: Chart, table: ChartTable, reading: Reading): Mark[] {
  const inWords = markWriter(chart, table, reading);
  return table.rows.map((row) => ({ ...readMark(row, chart, reading), ...inWords(row) }));
}

function readMark(row: Readonly<Record<string, Cell>>, chart: Chart, reading: Reading): Omit<Mark, keyof MarkWords> {
  const textOf = textReader(reading);
  const text = (key: string) => textOf(row[key] ?? null);
  const number = (key: string | null) => {
    const cell = key === null ? null : row[key];
    return typeof cell === 'number' ? cell : null;
  };
  return {
    label: text(chart.label),
    value: number(chart.value),
    low: number(chart.low),
    high: number(chart.high),
    line: number(chart.line),
    lineLow: number(chart.line_low),
    lineHigh: number(chart.line_high),
    series: chart.series === null ? null : text(chart.series),
    group: chart.group === null ? null : text(chart.group),
  };
}

function columnOf(table: ChartTable, key: string): Column | undefined {
  return table.columns.find((column) => column.key === key);
}

/** Marks of one series. */
export interface SeriesMarks {
  readonly series: string | null;
  readonly marks: readonly Mark[];
}

/** The marks by series, in the order of the rows. A chart without series is one group. */
export function groupBySeries(marks: readonly Mark[]): SeriesMarks[] {
  const groups = new Map<string | null, Mark[]>();
  for (const mark of marks) {
    const group = groups.get(mark.series);
    if (group === undefined) groups.set(mark.series, [mark]);
    else group.push(mark);
  }
  return [...groups].map(([series, members]) => ({ series, marks: members }));
}

/** The largest number that is drawn; 0 where there is none. */
export function largest(marks: readonly Mark[]): number {
  return Math.max(0, ...marks.flatMap(({ value, high, line }) => [value ?? 0, high ?? 0, line ?? 0]));
}

/** The smallest number that is drawn; 0 where none is below. */
export function smallest(marks: readonly Mark[]): number {
  return Math.min(0, ...marks.flatMap(({ value, low, line }) => [value ?? 0, low ?? 0, line ?? 0]));
}
