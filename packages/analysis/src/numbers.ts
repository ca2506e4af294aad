import type { Cell, Column, ColumnKind } from './table.ts';

/** The languages that numbers are written in, with the locale of each: days come before months in English. */
export const locales = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-Hans-CN' } as const;

/** A language that numbers are written in. */
export type Language = keyof typeof locales;

/** Signs that stand in the place of a number: an end or an estimate without bound, and one that is not known. */
export const signs = { above: '∞', below: '−∞', missing: '–' } as const;

/** Smaller p values are not told apart. */
const leastPValue = 0.001;

/** How a number is written: what it is, in which language, and with how many digits behind the point. */
export interface NumberForm {
  readonly kind: ColumnKind;
  readonly language: Language;
  /** Of a share those of its percentage; none where it is not given. */
  readonly digits?: number | undefined;
}

/**
 * Writes a number for reading. Every surface writes by it, and no one by `Intl`, which takes longer to load than a command
 * to answer.
 *
 * @example
 * writeNumber(12345.678, { kind: 'number', language: 'en', digits: 1 }) // => '12,345.7'
 * writeNumber(0.64179, { kind: 'share', language: 'ru', digits: 1 }) // => '64,2\u{a0}%'
 * writeNumber(0.0004, { kind: 'p_value', language: 'en', digits: 3 }) // => '<0.001'
 */
export function writeNumber(value: number, { kind, language, digits = 0 }: NumberForm): string {
  if (kind === 'text' || kind === 'year') return String(value);
  if (kind === 'p_value' && value < leastPValue) return `<${inLanguage(leastPValue.toFixed(digits), language)}`;
  const written = kind === 'share' ? `${(100 * value).toFixed(digits)}%` : value.toFixed(digits);
  // What rounds to zero has no sign.
  const signed = /[1-9]/.test(written) ? written : written.replace('-', '');
  return inLanguage(grouped(signed), language);
}

/**
 * Writes the number that a record has, with all its digits. One of four digits may be a year, and has no marks.
 *
 * @example
 * writeExact(16935000.5, 'en') // => '16,935,000.5'
 * writeExact(2014, 'en') // => '2014'
 */
export function writeExact(value: number, language: Language): string {
  return inLanguage(Math.abs(value) < 10_000 ? String(value) : grouped(String(value)), language);
}

/** Parts the thousands of a number that is written out. */
function grouped(written: string): string {
  const [whole = '', ...fraction] = written.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ','), ...fraction].join('.');
}

/**
 * A number as English writes it, with the marks of a language.
 *
 * @example
 * inLanguage('12,345.7%', 'ru') // => '12\u{a0}345,7\u{a0}%'
 */
export function inLanguage(english: string, language: Language): string {
  if (language !== 'ru') return english;
  return english.replaceAll(',', '\u{a0}').replace('.', ',').replace('-', '−').replace('%', '\u{a0}%');
}

/**
 * Writes a count for reading.
 *
 * @example
 * writeCount(12345, 'en') // => '12,345'
 */
export function writeCount(count: number, language: Language): string {
  return writeNumber(count, { kind: 'count', language });
}

/**
 * The level of an interval in percent, with the digits that it has.
 *
 * @example
 * writeLevel(0.999) // => '99.9%'
 */
export function writeLevel(level: number): string {
  return `${Number((100 * level).toPrecision(12))}%`;
}

type Row = Readonly<Record<string, Cell>>;

/** Writes the cell that a row has in a column. */
export type CellWriter = (row: Row, key: string) => string;

/**
 * Writes the cells of a table, each column with the same digits in every row. Null is without bound beside an end that
 * has one, and else a dash.
 *
 * @example
 * cellWriter(estimateColumns('Ratio', 'count'), 'en')({ estimate: null, low: 2, high: null }, 'high') // => '∞'
 */
export function cellWriter(columns: readonly Column[], language: Language): CellWriter {
  const forms = new Map(columns.map(({ key, kind, digits }) => [key, { kind, language, digits }]));
  const measures = columns.filter(({ kind }) => kind === 'measure').map(({ key }) => key);
  // A count among other measures is written as one, with the ends of its interval.
  const isWhole = (row: Row) => measures.every((key) => typeof row[key] !== 'number' || Number.isInteger(row[key]));
  return (row, key) => {
    const cell = row[key] ?? null;
    if (cell === null) return signOf(row, key);
    const form = forms.get(key);
    if (form === undefined || typeof cell === 'string') return String(cell);
    return writeNumber(cell, form.kind === 'measure' && isWhole(row) ? { ...form, digits: 0 } : form);
  };
}

/** A null is without bound where the other end of its interval has one, as that of a ratio with the denominator 0. */
function signOf(row: Row, key: string): string {
  const bounded = (name: string) => typeof row[name] === 'number';
  if (key.endsWith('high') && bounded(key.replace(/high$/, 'low'))) return signs.above;
  if (key.endsWith('low') && bounded(key.replace(/low$/, 'high'))) return signs.below;
  return key === 'estimate' && bounded('low') && !bounded('high') ? signs.above : signs.missing;
}
