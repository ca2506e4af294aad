import type { Cell, ColumnKind } from '@govexport/analysis';
import { chartWords, type Language } from './chart-words.ts';

/** The locale whose numbers are written: days come before months in English. */
export const formatLocales: Readonly<Record<Language, string>> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-Hans-CN' };

type Writers = Record<Exclude<ColumnKind, 'text'>, (value: number) => string>;

function writersOf(language: Language): Writers {
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(formatLocales[language], options);
  const grouped = format({ maximumFractionDigits: 0 });
  // Four digits for what is small; a whole number that a source states is never rounded.
  const significant = format({
    maximumSignificantDigits: 4,
    maximumFractionDigits: 0,
    roundingPriority: 'morePrecision',
  });
  const percent = format({ style: 'percent', maximumFractionDigits: 1 });
  const thousandths = format({ minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return {
    year: (value) => String(value),
    count: (value) => grouped.format(value),
    number: (value) => significant.format(value),
    share: (value) => percent.format(value),
    ratio: (value) => significant.format(value),
    p_value: (value) =>
      value < 0.001 ? chartWords[language].below(thousandths.format(0.001)) : thousandths.format(value),
  };
}

const writers: Readonly<Record<Language, Writers>> = {
  en: writersOf('en'),
  ru: writersOf('ru'),
  zh: writersOf('zh'),
};

/** How numbers are written: what they are and in which language. */
export interface NumberForm {
  readonly kind: ColumnKind;
  readonly language: Language;
}

/**
 * Writes a number for reading.
 *
 * @example
 * formatNumber(0.64179, { kind: 'share', language: 'en' }) // => '64.2%'
 */
export function formatNumber(value: number, { kind, language }: NumberForm): string {
  return kind === 'text' ? String(value) : writers[language][kind](value);
}

/** Writes any cell; null is written as a dash. */
export function formatCell(value: Cell, form: NumberForm): string {
  if (value === null) return '–';
  return typeof value === 'number' ? formatNumber(value, form) : value;
}
