import type { Cell, ColumnKind } from './table.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const significant = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 4 });
const percent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });

const writers: Record<Exclude<ColumnKind, 'text'>, (value: number) => string> = {
  year: (value) => String(value),
  count: (value) => grouped.format(value),
  number: (value) => significant.format(value),
  share: (value) => percent.format(value),
  ratio: (value) => significant.format(value),
  p_value: (value) => (value < 0.001 ? 'below 0.001' : value.toFixed(3)),
};

/**
 * Writes a number for reading; the full number stays in the markup beside it.
 *
 * @example
 * formatNumber(0.64179, 'share') // => '64.2%'
 */
export function formatNumber(value: number, kind: ColumnKind): string {
  return kind === 'text' ? String(value) : writers[kind](value);
}

/** Writes any cell; null is written as a dash. */
export function formatCell(value: Cell, kind: ColumnKind): string {
  if (value === null) return '–';
  return typeof value === 'number' ? formatNumber(value, kind) : value;
}

/**
 * A name of a field as words.
 *
 * @example
 * words('minimum_sources') // => 'Minimum sources'
 */
export function words(name: string): string {
  const text = name.replaceAll(/[_-]+/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
