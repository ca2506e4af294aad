import type { Cell, Chart } from '@govexport/analysis';
import type { ChartTable, Reading } from './drawing.ts';
import { chartWords, type Language } from './words/chart-words.ts';
import { cellWriter } from './words/format-number.ts';

/**
 * Writes the rows of the table that a chart draws as marks in words: what each is, its value and its interval, with the
 * same numbers as the table.
 *
 * @example
 * markWriter(chart, table, { language: 'en' })(row) // => 'Security-related: 12.5% (2.7% to 32.4%)'
 */
export function markWriter(chart: Chart, { columns }: ChartTable, { language, wordOf }: Reading) {
  const write = cellWriter(columns, language);
  const words = chartWords[language];
  return (row: Readonly<Record<string, Cell>>): string => {
    const number = (key: string | null) => {
      const column = columns.find((one) => one.key === key);
      return column === undefined || typeof row[column.key] !== 'number' ? null : write(row, column);
    };
    const label = row[chart.label] ?? null;
    const name = typeof label === 'string' ? (wordOf?.(label) ?? label) : String(label ?? words.unknown);
    const interval = intervalWords({ low: number(chart.low), high: number(chart.high) }, language);
    const value = number(chart.value) ?? words.notComputable;
    return words.named(name, interval === null ? value : `${value} (${interval})`);
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
