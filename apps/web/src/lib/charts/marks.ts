import { formatCell } from '../format.ts';
import { m } from '../generated/messages.js';
import type { Chart, Column, ColumnKind, ShownTable } from '../table.ts';

/** One thing to draw: a value with its interval and, where the chart has one, the fitted value beside it. */
export interface Mark {
  label: string;
  value: number | null;
  low: number | null;
  high: number | null;
  line: number | null;
  series: string | null;
}

/** What a chart draws, taken out of its table. */
export interface Drawing {
  title: string;
  kind: Chart['kind'];
  marks: readonly Mark[];
  /** How values are written. */
  valueKind: ColumnKind;
  valueLabel: string;
  hasInterval: boolean;
  hasLine: boolean;
}

/** Reads the marks of a chart from the rows of its table; null where the table is not there or has no rows. */
export function readDrawing(chart: Chart, tables: readonly ShownTable[]): Drawing | null {
  const table = tables.find(({ name }) => name === chart.table);
  if (table === undefined || table.rows.length === 0) return null;
  const value = columnOf(table, chart.value);
  return {
    title: table.title,
    kind: chart.kind,
    marks: table.rows.map((row) => readMark(row, chart, table.words)),
    valueKind: value?.kind ?? 'number',
    valueLabel: value?.label ?? chart.value,
    hasInterval: chart.low !== null || chart.high !== null,
    hasLine: chart.line !== null,
  };
}

function readMark(row: ShownTable['rows'][number], chart: Chart, words: ShownTable['words']): Mark {
  const text = (key: string) => {
    const cell = row[key] ?? null;
    return typeof cell === 'string' ? (words[cell]?.text ?? cell) : cell === null ? m.unknown() : String(cell);
  };
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
    series: chart.series === null ? null : text(chart.series),
  };
}

function columnOf(table: ShownTable, key: string): Column | undefined {
  return table.columns.find((column) => column.key === key);
}

/** The marks by series, in the order of the rows. A chart without series is one group. */
export function groupBySeries(marks: readonly Mark[]): { series: string | null; marks: Mark[] }[] {
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

const mostInWords = 12;

/** A chart in words, for those who do not see it: every number where they are few, else the ends and the peak. */
export function describe({ marks, valueKind, valueLabel, hasInterval }: Drawing): string {
  const write = (mark: Mark) => {
    const value = mark.value === null ? m.not_computable() : formatCell(mark.value, valueKind);
    const interval = hasInterval && mark.low !== null ? ` (${bounds(mark, valueKind)})` : '';
    return `${mark.label}: ${value}${interval}`;
  };
  const list = (some: readonly Mark[]) => some.map(write).join('; ');
  if (marks.length <= mostInWords) return m.chart_all_values({ label: valueLabel, values: list(marks) });
  const known = marks.filter(({ value }) => value !== null);
  const peak = known.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || (mark.value ?? 0) > (best.value ?? 0) ? mark : best),
    undefined,
  );
  const parts = [marks[0], peak, marks.at(-1)].filter((mark) => mark !== undefined);
  return m.chart_some_values({ label: valueLabel, count: marks.length, values: list(parts) });
}

/**
 * The ends of an interval in words.
 *
 * @example
 * bounds({ label: '', value: 0.5, low: 0.25, high: 0.75, line: null, series: null }, 'share') // => '25% to 75%'
 */
export function bounds({ low, high }: Mark, kind: ColumnKind): string {
  return m.from_to({
    low: low === null ? m.no_lower_end() : formatCell(low, kind),
    high: high === null ? m.no_upper_end() : formatCell(high, kind),
  });
}
