import { z } from 'zod';

const pattern = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** How much of a date a source gives: the year, the month or the day. */
export type DatePrecision = 'year' | 'month' | 'day';

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isCalendarDate(text: string): boolean {
  if (text.length === 4) return true;
  const [year, month] = [yearOf(text), Number(text.slice(5, 7))];
  const days = daysOfMonths[month - 1];
  if (days === undefined || text.length === 7) return days !== undefined;
  const day = Number(text.slice(8));
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= days + (month === 2 && isLeap ? 1 : 0);
}

/**
 * An ISO 8601 date that may stop at the year or the month: `2014`, `2014-05` or `2014-05-31`.
 * A missing part is unknown; it is never filled in.
 *
 * @example
 * PartialDate.parse('2014-05') // => '2014-05'
 */
export const PartialDate = z
  .string()
  .refine((text) => pattern.test(text) && isCalendarDate(text), {
    error: 'a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar',
  })
  .meta({ 'x-format': 'partial-date', pattern: pattern.source, examples: ['2014', '2014-05', '2014-05-31'] });

/**
 * Precision of a partial date.
 *
 * @example
 * datePrecision('2014-05') // => 'month'
 */
export function datePrecision(date: string): DatePrecision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/**
 * Year of a partial date.
 *
 * @example
 * yearOf('2014-05') // => 2014
 */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/**
 * Whether `end` lies before `start` as far as both are known: the dates are compared to the precision of the coarser
 * one, so `2014` is not before `2014-05-31`.
 *
 * @example
 * endsBefore('2014-05-31', '2014') // => false
 * @example
 * endsBefore('2014-05-31', '2014-04') // => true
 */
export function endsBefore(start: string, end: string): boolean {
  const length = Math.min(start.length, end.length);
  return end.slice(0, length) < start.slice(0, length);
}

/**
 * Days from `start` to `end`, both included; `null` unless both are known to the day.
 *
 * @example
 * daysInclusive('2006-05-10', '2006-05-25') // => 16
 */
export function daysInclusive(start: string, end: string): number | null {
  if (datePrecision(start) !== 'day' || datePrecision(end) !== 'day') return null;
  return Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000) + 1;
}

/**
 * The years of a dataset in which a partial date can lie, by the month in which its years begin: two where the month is
 * not known and years do not begin in January. A year that begins in another month has the number of that in which it ends.
 *
 * @example
 * yearsOfDate('2006-10', 10) // => [2007]
 * @example
 * yearsOfDate('2006', 10) // => [2006, 2007]
 */
export function yearsOfDate(date: string, startsIn: number): number[] {
  const year = yearOf(date);
  if (startsIn === 1) return [year];
  if (datePrecision(date) === 'year') return [year, year + 1];
  return [Number(date.slice(5, 7)) >= startsIn ? year + 1 : year];
}
