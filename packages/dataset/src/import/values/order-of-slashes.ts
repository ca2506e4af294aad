import { plainText } from './plain-text.ts';
import { readWrittenDate } from './written-date.ts';

/** The two orders in which days and months are written before a year. */
const orders = ['DD/MM/YYYY', 'MM/DD/YYYY'] as const;

const date = '(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})';
const dateOrSpan = new RegExp(`^${date}(?: ?- ?${date.replace('\\2', '\\6')})?$`);

/** The dates of a text with slashes; one for a date, two for a span. */
function datesOf(text: string): string[] {
  const [, day, , month, year, lastDay, , lastMonth, lastYear] = dateOrSpan.exec(plainText(text)) ?? [];
  return [
    [day, month, year],
    [lastDay, lastMonth, lastYear],
  ].flatMap((parts) => (parts[0] === undefined ? [] : [parts.join('/')]));
}

/**
 * In which order the dates of a column can only be meant, from those with slashes, points or hyphens between numbers and
 * the year (of two or four digits) last: the order in which every one of them exists, `either` where both will do, and
 * `null` where none will, or the column has no such date. The mark and the length of the year are for the reader.
 *
 * @example
 * orderOfSlashes(['3/5/2014', '3/18/2014', 'May 2014']) // => 'MM/DD/YYYY'
 * @example
 * orderOfSlashes(['3/5/2014']) // => 'either'
 * @example
 * orderOfSlashes(['13/1/2014', '1/13/2014']) // => null
 */
export function orderOfSlashes(texts: readonly string[]): (typeof orders)[number] | 'either' | null {
  const dates = texts.flatMap(datesOf);
  if (dates.length === 0) return null;
  const possible = orders.filter((order) =>
    dates.every((written) =>
      [order, order.replace('YYYY', 'YY')].some((format) => readWrittenDate(written, format) !== null),
    ),
  );
  return possible.length === 2 ? 'either' : (possible[0] ?? null);
}
