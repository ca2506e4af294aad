import { m } from './generated/messages.js';
import { getLocale } from './generated/runtime.js';
import { formatLocales } from './languages.ts';

/**
 * A partial date for reading; what is unknown stays out.
 *
 * @param length - of the name of the month; `short` where there is little room
 * @example
 * writeDate('2014-11') // => 'November 2014'
 * writeDate('2014-11', 'short') // => 'Nov 2014'
 */
export function writeDate(date: string, length: 'long' | 'short' = 'long'): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const parts = day === undefined ? ({ month: length } as const) : ({ month: length, day: 'numeric' } as const);
  const format = new Intl.DateTimeFormat(formatLocales[getLocale()], { ...parts, year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`));
}

/**
 * What a partial date leaves unknown; empty where the day is known.
 *
 * @example
 * missingPart('2014') // => 'month and day unknown'
 */
export function missingPart(date: string): string {
  if (date.length === 4) return m.date_month_and_day_unknown();
  return date.length === 7 ? m.date_day_unknown() : '';
}
