import { plainText } from './plain-text.ts';

/**
 * The day that a spreadsheet means by a bare number, as Excel counts days since 1900: whole numbers from 20000 (October
 * 1954) to 60000 (April 2064); `null` for any other text. Workbooks that count since 1904 are four years behind.
 *
 * @example
 * excelSerial('41764') // => '2014-05-05'
 * @example
 * excelSerial('2014') // => null
 */
export function excelSerial(text: string): string | null {
  const [, digits] = /^(\d{5})(?:\.0+)?$/.exec(plainText(text)) ?? [];
  const days = Number(digits);
  if (digits === undefined || days < 20_000 || days > 60_000) return null;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}
