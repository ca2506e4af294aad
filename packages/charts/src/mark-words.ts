import { cellWriter, signs, type Cell, type CellWriter, type Chart, type Table } from '@govexport/analysis/tables';
import { chartWords, type Language } from './words/chart-words.ts';

type Row = Readonly<Record<string, Cell>>;

/** A table that a chart can be read from: in any language, where its texts are translated by `wordOf`. */
export type ChartTable = Pick<Table, 'name' | 'title' | 'columns' | 'rows'>;

/** The language of a drawing, and how the texts of rows are written in it. */
export interface Reading {
  readonly language: Language;
  readonly wordOf?: (text: string) => string;
}

/** A mark in words. */
export interface MarkWords {
  /** Its value as the table writes it. */
  readonly text: string;
  /** What it is, its value and its interval. */
  readonly words: string;
  /** The whole row of its table: what it is, then each number with its interval, one a line. */
  readonly details: string;
}

/**
 * Writes the rows of the table that a chart draws as marks in words, with the same labels and numbers as the table.
 *
 * @example
 * markWriter(chart, table, { language: 'en' })(row).words // => 'Security-related: 12.5% (2.7% to 32.4%)'
 */
export function markWriter(chart: Chart, { columns }: ChartTable, reading: Reading): (row: Row) => MarkWords {
  const words = chartWords[reading.language];
  const textOf = textReader(reading);
  const write = cellWriter(columns, reading.language);
  const numberOf = numberWriter(chart, write, reading.language);
  const named = [chart.series, chart.group, chart.label].filter((key) => key !== null);
  const ends = [chart.low, chart.high, chart.line_low, chart.line_high];
  const told = columns.filter(({ key, kind }) => kind !== 'text' && !named.includes(key) && !ends.includes(key));
  return (row) => {
    const numbers = told.filter(({ key }) => key === chart.value || typeof row[key] === 'number');
    return {
      text: write(row, chart.value),
      words: words.named(textOf(row[chart.label] ?? null), numberOf(row, chart.value)),
      details: [
        named.map((key) => textOf(row[key] ?? null)).join(', '),
        ...numbers.map(({ key, label }) => words.named(label, numberOf(row, key))),
      ].join('\n'),
    };
  };
}

/** Reads a cell that names a mark, in the language of the drawing. */
export function textReader({ language, wordOf }: Reading): (cell: Cell) => string {
  return (cell) => {
    if (cell === null) return chartWords[language].unknown;
    return typeof cell === 'string' ? (wordOf?.(cell) ?? cell) : String(cell);
  };
}

/** Writes the number of a column, with its interval where the chart has one. */
function numberWriter(chart: Chart, write: CellWriter, language: Language) {
  const known = (row: Row, key: string | null | undefined): string | null =>
    typeof key === 'string' && typeof row[key] === 'number' ? write(row, key) : null;
  const ends = new Map<string | null, readonly [string | null, string | null]>([
    [chart.line, [chart.line_low, chart.line_high]],
    [chart.value, [chart.low, chart.high]],
  ]);
  return (row: Row, key: string): string => {
    const text = write(row, key);
    const value = text === signs.missing ? chartWords[language].notComputable : text;
    const [low, high] = ends.get(key) ?? [];
    const interval = intervalWords({ low: known(row, low), high: known(row, high) }, language);
    return interval === null ? value : `${value} (${interval})`;
  };
}

/**
 * The written ends of an interval in words; null where there is none.
 *
 * @example
 * intervalWords({ low: '25.0%', high: null }, 'en') // => '25.0% to no upper end'
 */
export function intervalWords(
  { low, high }: { readonly low: string | null; readonly high: string | null },
  language: Language,
): string | null {
  const words = chartWords[language];
  if (low === null && high === null) return null;
  return words.range(low ?? words.noLowerEnd, high ?? words.noUpperEnd);
}
