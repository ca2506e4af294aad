import { formatCell } from '../format.ts';
import type { Chart, Column, ColumnKind, Table } from '../table.ts';

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
export function readDrawing(chart: Chart, tables: readonly Table[]): Drawing | null {
  const table = tables.find(({ name }) => name === chart.table);
  if (table === undefined || table.rows.length === 0) return null;
  const value = columnOf(table, chart.value);
  return {
    title: table.title,
    kind: chart.kind,
    marks: table.rows.map((row) => readMark(row, chart)),
    valueKind: value?.kind ?? 'number',
    valueLabel: value?.label ?? chart.value,
    hasInterval: chart.low !== null || chart.high !== null,
    hasLine: chart.line !== null,
  };
}

function readMark(row: Table['rows'][number], chart: Chart): Mark {
  const number = (key: string | null) => {
    const cell = key === null ? null : row[key];
    return typeof cell === 'number' ? cell : null;
  };
  return {
    label: String(row[chart.label] ?? 'unknown'),
    value: number(chart.value),
    low: number(chart.low),
    high: number(chart.high),
    line: number(chart.line),
    series: chart.series === null ? null : String(row[chart.series] ?? 'unknown'),
  };
}

function columnOf(table: Table, key: string): Column | undefined {
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
    const value = formatCell(mark.value, valueKind);
    const interval = hasInterval && mark.low !== null ? ` (${bounds(mark, valueKind)})` : '';
    return `${mark.label}: ${mark.value === null ? 'not computable' : value}${interval}`;
  };
  if (marks.length <= mostInWords) return `${valueLabel}. ${marks.map(write).join('; ')}.`;
  const known = marks.filter(({ value }) => value !== null);
  const [first, last] = [marks[0], marks.at(-1)];
  const peak = known.reduce<Mark | undefined>(
    (best, mark) => (best === undefined || (mark.value ?? 0) > (best.value ?? 0) ? mark : best),
    undefined,
  );
  const parts = [first, peak, last].filter((mark) => mark !== undefined);
  return `${valueLabel}, ${marks.length} values. First, largest and last: ${parts.map(write).join('; ')}. The table holds every number.`;
}

/**
 * The ends of an interval in words.
 *
 * @example
 * bounds({ label: '', value: 0.5, low: 0.25, high: 0.75, line: null, series: null }, 'share') // => '25% to 75%'
 */
export function bounds({ low, high }: Mark, kind: ColumnKind): string {
  const lower = low === null ? 'no lower end' : formatCell(low, kind);
  const upper = high === null ? 'no upper end' : formatCell(high, kind);
  return `${lower} to ${upper}`;
}
