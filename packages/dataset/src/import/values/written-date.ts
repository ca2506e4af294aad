import { z } from 'zod';
import { excelSerial } from './excel-serial.ts';
import { monthName, monthOf } from './months.ts';
import { firstToken, isoDate, plainDate } from './plain-date.ts';
import { alternatives } from './plain-text.ts';

const named = `(?<name>${monthName}|\\d{1,2}月)`;
const parts = [
  ['YYYY', '(?<year>\\d{4})'],
  ['YY', '(?<short>\\d{2})'],
  ['MMMM', named],
  ['MMM', named],
  ['MM', '(?<month>\\d{1,2})'],
  ['DD', '(?<day>\\d{1,2})'],
] as const;
const tokens = new RegExp(parts.map(([token]) => token).join('|'), 'g');

/** The format that reads the days of Excel, such as 41764. */
const serial = 'serial';

function isFormat(format: string): boolean {
  if (format === serial) return true;
  const found = format.match(tokens) ?? [];
  const count = (letter: string) => found.filter((token) => token.startsWith(letter)).length;
  const rest = format.replace(tokens, ' ');
  if (/(?<!\p{L})[YMD]+(?!\p{L})/iu.test(rest) || count('Y') > 1 || count('M') > 1 || count('D') > 1) return false;
  return count('M') === 1 ? count('Y') + count('D') > 0 : count('Y') === 1 && count('D') === 0;
}

/**
 * How a date is written: YYYY or YY, MM, MMM or MMMM, and DD with what stands between; a day needs its month. Without a
 * year, such as `DD-MMM`, the year comes from elsewhere. Or the word `serial`: the days that Excel counts.
 */
export const dateFormat = z.string().refine(isFormat, {
  error: 'a format with YYYY, and MM and DD where known, such as DD.MM.YYYY, or serial',
});

const patterns = new Map<string, RegExp | null>();

/** Reads a format. Its tokens stand as signs of no script, so that what is between them can be compared as the text is. */
function patternOf(format: string): RegExp | null {
  const known = patterns.get(format);
  if (known !== undefined) return known;
  const signs = format.replace(tokens, (token) =>
    String.fromCharCode(firstToken + parts.findIndex(([each]) => each === token)),
  );
  const source = plainDate(signs).replaceAll(
    /./gsu,
    (sign) => parts[sign.charCodeAt(0) - firstToken]?.[1] ?? alternatives([sign]),
  );
  const pattern = isFormat(format) ? new RegExp(`^${source}$`, 'u') : null;
  patterns.set(format, pattern);
  return pattern;
}

/** Two digits of a year: 00 to 69 are 2000 to 2069, 70 to 99 are 1970 to 1999. */
function fullYear(short: string): number {
  return Number(short) + (Number(short) < 70 ? 2000 : 1900);
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/**
 * A date as it was written, as a partial ISO date; `null` where it is not written in this way or does not exist in the
 * calendar, and for a format that is none. A missing part stays unknown. Full-width digits, Chinese numerals, capital or
 * small letters, “г.” and “года” behind a year, and 日 or 号 make no difference.
 *
 * - `YYYY` four digits of a year; `YY` two of them, 00 to 69 for 2000 to 2069 and 70 to 99 for 1970 to 1999
 * - `MM`, `DD` one or two digits
 * - `MMM` or `MMMM` the name of a month or a usual abbreviation in English, Russian (in any case), German, French or
 *   Chinese (5月, 五月)
 * - `serial` alone: the days that Excel counts
 *
 * @param year - the year, known from elsewhere, of a date that is written without one
 * @example
 * readWrittenDate('31.5.2014', 'DD.MM.YYYY') // => '2014-05-31'
 * @example
 * readWrittenDate('2014年5月', 'YYYY年MM月') // => '2014-05'
 * @example
 * readWrittenDate('Sept. 15', 'MMM YY') // => '2015-09'
 * @example
 * readWrittenDate('14-май', 'DD-MMM', 2014) // => '2014-05-14'
 */
export function readWrittenDate(text: string, format: string, year: number | null = null): string | null {
  if (format === serial) return excelSerial(text);
  const found = patternOf(format)?.exec(plainDate(text))?.groups;
  if (found === undefined) return null;
  const { short, name } = found;
  const month = name === undefined ? numberOf(found['month']) : (monthOf(name) ?? Number.parseInt(name, 10));
  const written = short === undefined ? numberOf(found['year']) : fullYear(short);
  return isoDate({ year: written ?? year ?? undefined, month, day: numberOf(found['day']) });
}
