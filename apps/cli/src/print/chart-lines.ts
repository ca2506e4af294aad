import type { Chart, Table } from '@govexport/router';
import { cellTexts } from './cell-texts.ts';
import { columnLines, sparkline } from './chart-columns.ts';
import { cut } from './cut.ts';
import { displayWidth, pad } from './display-width.ts';
import { barOf, fittedSign, whiskerOf, type Mark, type Scale } from './chart-marks.ts';
import { wrapText } from './wrap-text.ts';

/** A label takes at most so many columns. */
const widestLabel = 36;
/** Beyond this a longer bar tells nothing more. */
const widestPlot = 60;
const narrowestPlot = 10;

/**
 * A table drawn with characters by its chart: bars, columns over years, or dots with their intervals. One row alone is
 * not drawn.
 */
export function chartLines(table: Table, chart: Chart, width: number): string[] {
  if (table.rows.length < 2) return [];
  const series = seriesOf(table, chart);
  const marks = series.flatMap(([, own]) => own);
  const scale = { ...scaleOf(marks), words: scaleWords(table, chart, scaleOf(marks)) };
  const upright = chart.kind === 'columns' && chart.low === null;
  if (chart.kind === 'lines' || (upright && chart.series !== null)) return sparkLines(series, width);
  if (upright) return columnLines(marks, scale, width);
  const label = Math.min(widestLabel, Math.max(...marks.map((mark) => displayWidth(mark.label))));
  const text = Math.max(...marks.map((mark) => displayWidth(mark.text)));
  const plot = Math.max(narrowestPlot, Math.min(widestPlot, width - label - text - 4));
  const [from, to] = scale.words;
  const drawn = series.flatMap(([name, own]) => [
    ...(name === null ? [] : [name]),
    ...own.map((mark) => {
      const line = chart.low === null ? barOf(mark, scale, plot) : whiskerOf(mark, scale, plot);
      return `${pad(cut(mark.label, label, 'middle'), label)}  ${pad(line, plot)}  ${pad(mark.text, text, 'right')}`.trimEnd();
    }),
  ]);
  const legend = chart.line === null ? [] : [`${fittedSign}: the fitted line`];
  return [...drawn, `${' '.repeat(label + 2)}${from}${pad(to, plot - displayWidth(from), 'right')}`, ...legend];
}

type Ends = Pick<Scale, 'from' | 'to'>;

type Series = readonly (readonly [name: string | null, marks: readonly Mark[]])[];

/** The rows as marks, for each value of the columns that split them. */
function seriesOf(table: Table, chart: Chart): Series {
  const texts = cellTexts(table);
  const place = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const number = (row: number, key: string | null): number | null => {
    const cell = key === null ? null : table.rows[row]?.[key];
    return typeof cell === 'number' ? cell : null;
  };
  const series = new Map<string | null, Mark[]>();
  table.rows.forEach((_, row) => {
    const split = [chart.series, chart.group].filter((key) => key !== null);
    const name = split.length === 0 ? null : split.map((key) => texts[row]?.[place(key)] ?? '').join(', ');
    const mark = {
      label: texts[row]?.[place(chart.label)] ?? '',
      text: texts[row]?.[place(chart.value)] ?? '',
      value: number(row, chart.value),
      low: number(row, chart.low),
      high: number(row, chart.high),
      line: number(row, chart.line),
    };
    series.set(name, [...(series.get(name) ?? []), mark]);
  });
  return [...series];
}

function scaleOf(marks: readonly Mark[]): Ends {
  const ends = marks.flatMap(({ value, low, high, line }) => [value, low, high, line]).filter((end) => end !== null);
  return { from: Math.min(0, ...ends), to: Math.max(0, ...ends) };
}

function scaleWords(table: Table, { value }: Chart, { from, to }: Ends): Scale['words'] {
  const columns = table.columns.filter(({ key }) => key === value);
  const [low, high] = cellTexts({ ...table, columns, rows: [{ [value]: from }, { [value]: to }] });
  return [low?.[0] ?? '', high?.[0] ?? ''];
}

/** Series over years, each as one line with its first and last year. */
function sparkLines(series: Series, width: number): string[] {
  const drawn = series.map(([name, marks]) => {
    const [first = '', last = '', text = ''] = [marks[0]?.label, marks.at(-1)?.label, marks.at(-1)?.text];
    return { name: name ?? '', rest: `${first}–${last}  ${sparkline(marks, scaleOf(marks))}  ${text}` };
  });
  const room = width - Math.max(...drawn.map(({ rest }) => displayWidth(rest))) - 2;
  const column = Math.max(narrowestPlot, Math.min(room, Math.max(...drawn.map(({ name }) => displayWidth(name)))));
  const lines = drawn.map(({ name, rest }) => `${pad(cut(name, column, 'middle'), column)}  ${rest}`);
  return [
    ...lines,
    ...wrapText('Each line has a scale of its own, on which zero is; the number is the last value.', width),
  ];
}
