import type { Cell, Column, ColumnKind } from '@govexport/analysis';
import { chartWords, type Language } from './chart-words.ts';

/** The locale whose numbers are written: days come before months in English. */
export const formatLocales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-Hans-CN' };

/** How numbers are written: what they are, in which language, and with how many digits behind the point. */
export interface NumberForm {
  readonly kind: ColumnKind;
  readonly language: Language;
  /** Of a share those of its percentage; none where it is not given. */
  readonly digits?: number | undefined;
}

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = [language, style, digits].join(' ');
  const known = formats.get(key);
  if (known !== undefined) return known;
  const options = { style, minimumFractionDigits: digits, maximumFractionDigits: digits };
  const made = new Intl.NumberFormat(formatLocales[language], options);
  formats.set(key, made);
  return made;
}

/**
 * Writes a number for reading.
 *
 * @example
 * formatNumber(0.64179, { kind: 'share', language: 'en', digits: 1 }) // => '64.2%'
 */
export function formatNumber(value: number, { kind, language, digits = 0 }: NumberForm): string {
  if (kind === 'text' || kind === 'year') return String(value);
  const format = formatOf(language, kind === 'share' ? 'percent' : 'decimal', digits);
  return kind === 'p_value' && value < 0.001 ? chartWords[language].below(format.format(0.001)) : format.format(value);
}

/**
 * Writes a count for reading.
 *
 * @example
 * formatCount(12345, 'en') // => '12,345'
 */
export function formatCount(count: number, language: Language): string {
  return formatNumber(count, { kind: 'count', language });
}

/** Writes the cell that a row has in a column; null is written as a dash. */
export type CellWriter = (row: Readonly<Record<string, Cell>>, key: string) => string;

/** Writes the cells of a table, each column with the same number of digits in every row. */
export function cellWriter(columns: readonly Column[], language: Language): CellWriter {
  const forms = new Map(columns.map(({ key, kind, digits }) => [key, { kind, language, digits }]));
  const measures = columns.filter(({ kind }) => kind === 'measure').map(({ key }) => key);
  // A count among other measures is written as one, with the ends of its interval.
  const isWhole = (row: Parameters<CellWriter>[0]) =>
    measures.every((key) => typeof row[key] !== 'number' || Number.isInteger(row[key]));
  return (row, key) => {
    const cell = row[key] ?? null;
    if (cell === null) return '–';
    const form = forms.get(key);
    if (form === undefined || typeof cell === 'string') return String(cell);
    return formatNumber(cell, form.kind === 'measure' && isWhole(row) ? { ...form, digits: 0 } : form);
  };
}
