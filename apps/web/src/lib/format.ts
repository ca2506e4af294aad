import { m } from './generated/messages.js';
import { getLocale, locales, type Locale } from './generated/runtime.js';
import { formatLocales } from './languages.ts';
import type { Cell, ColumnKind } from './table.ts';

type Writers = Record<Exclude<ColumnKind, 'text'>, (value: number) => string>;

function writersOf(locale: Locale): Writers {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(formatLocales[locale], options);
  const grouped = format({ maximumFractionDigits: 0 });
  const significant = format({ maximumSignificantDigits: 4 });
  const percent = format({ style: 'percent', maximumFractionDigits: 1 });
  const thousandths = format({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return {
    year: (value) => String(value),
    count: (value) => grouped.format(value),
    number: (value) => significant.format(value),
    share: (value) => percent.format(value),
    ratio: (value) => significant.format(value),
    p_value: (value) =>
      value < 0.001 ? m.number_below({ number: thousandths.format(0.001) }, { locale }) : thousandths.format(value),
  };
}

const writers = Object.fromEntries(locales.map((locale) => [locale, writersOf(locale)])) as Record<Locale, Writers>;

/**
 * Writes a number for reading; the full number stays in the markup beside it.
 *
 * @example
 * formatNumber(0.64179, 'share') // => '64.2%'
 */
export function formatNumber(value: number, kind: ColumnKind): string {
  return kind === 'text' ? String(value) : writers[getLocale()][kind](value);
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
