import { PartialDate } from '@govexport/schema';
import { chineseDigits, chineseNumerals, readChineseNumber } from './chinese-number.ts';
import { plainText } from './plain-text.ts';

/** The parts of a date as they are written; what is not written is missing. */
export interface DateParts {
  readonly year?: number | undefined;
  readonly month?: number | undefined;
  readonly day?: number | undefined;
}

/** The sign for YYYY in a format; those for YY and the other tokens follow it. */
export const firstToken = 0xe000;

const digitByDigit = new RegExp(`[${chineseDigits}]{4}(?=年)`, 'gu');
const beforeUnit = new RegExp(`[${chineseNumerals}]+(?=[月日号至到-])`, 'gu');

/** The longest text that can be a date or a span, in signs. */
export const longest = 100;

const midnight = /(?:(?<=\d)[ t]|(?<=日))(?:0?0:00(?::00)?(?:\.0+)?z?|12:00(?::00)? ?am)$/;

/**
 * A date, or its format, as it is compared: plain text without “г.”, “года” and the like behind a year, without a
 * midnight behind a day, with Chinese numerals as digits and 日 for 号; a last 日 is left out. Nothing is left of a text that is too long for a date.
 */
export function plainDate(text: string): string {
  if (text.length > longest) return '';
  return plainText(text)
    .replaceAll(digitByDigit, (year) => year.replaceAll(/./gu, (sign) => String(readChineseNumber(sign) ?? sign)))
    .replaceAll(beforeUnit, (number) => String(readChineseNumber(number) ?? number))
    .replaceAll(/ ?([年月日号]) ?/g, (_, unit: string) => (unit === '号' ? '日' : unit))
    .replaceAll(/(\d|[\ue000\ue001]) ?(?:гг?\.|гг?|год|года|году|годы)(?![\p{L}.])/gu, '$1')
    .replace(midnight, '')
    .replace(/日$/, '');
}

function padded(number: number, length: number): string {
  return String(number).padStart(length, '0');
}

/** A partial ISO date of its parts; `null` without a year, for a day without a month, and for what no calendar has. */
export function isoDate({ year, month, day }: DateParts): string | null {
  if (year === undefined || (month === undefined && day !== undefined)) return null;
  const parts = [padded(year, 4), ...[month, day].flatMap((part) => (part === undefined ? [] : [padded(part, 2)]))];
  const date = parts.join('-');
  return PartialDate.safeParse(date).success ? date : null;
}
