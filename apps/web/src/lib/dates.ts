const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * A partial date for reading; what is unknown stays out.
 *
 * @example
 * writeDate('2014-05') // => 'May 2014'
 */
export function writeDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = months[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/**
 * What a partial date leaves unknown; empty where the day is known.
 *
 * @example
 * missingPart('2014') // => 'month and day unknown'
 */
export function missingPart(date: string): string {
  return { 4: 'month and day unknown', 7: 'day unknown' }[date.length] ?? '';
}
