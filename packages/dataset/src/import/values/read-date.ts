import { endsBefore } from '@govexport/schema';
import { dateShapes } from './date-shapes.ts';
import { listedDates } from './listed-dates.ts';
import { monthName, monthOf } from './months.ts';
import { partOfYear } from './part-of-year.ts';
import { isoDate, plainDate, type DateParts } from './plain-date.ts';
import { fallOn, withoutWeekdays } from './weekdays.ts';
import { readWrittenDate } from './written-date.ts';

/** When something began and, where the text tells it, ended: partial ISO dates. */
export interface DateSpan {
  readonly start: string;
  readonly end: string | null;
}

const monthNames = new RegExp(`(?<!\\p{L})${monthName}`, 'gu');
const ordinal = /(?<=\d)(?:st|nd|rd|th|er|-?го|-?е)(?!\p{L})/gu;
const fromTo =
  /^(?:(?:from|с|со|du|vom|von|从|自) ?)?(\S.*?) ?(?<!\p{Ll})(?:to|по|до|bis|au|至|到)(?!\p{Ll}) ?(\S.*)$/u;

/** Months by name as `M05`, and a hyphen for every way of writing “to”. */
function inSigns(text: string): string {
  return plainDate(text)
    .replaceAll(ordinal, '')
    .replaceAll(monthNames, (name) => ` M${String(monthOf(name)).padStart(2, '0')} `)
    .replaceAll(/\. *(?=M)| of (?= M)|, *(?=M)|(?<=M\d\d) *,|,(?= ?\d{4}(?!\d))| +/g, ' ')
    .trim()
    .replaceAll(/ +/g, ' ')
    .replace(/^(?:in|im|en|в|во) /, '')
    .replace(fromTo, '$1-$2')
    .replaceAll(/(?<=\d\.) (?=\d)/g, '')
    .replaceAll(/\.? *[-~] */g, '-');
}

function spanOf(start: string | null, end: string | null | undefined): DateSpan | null {
  if (start === null || end === null || (end !== undefined && endsBefore(start, end))) return null;
  return { start, end: end ?? null };
}

/** Whether a format has the month before the day, and so days and months with points may not be read day first. */
function isMonthFirst(format: string): boolean {
  return /^[^Y]*MM.*DD/.test(format);
}

function readByFormat(text: string, format: string, year: number | null): DateSpan | null {
  const read = (part: string) => readWrittenDate(part, format, year);
  const whole = read(text);
  if (whole !== null) return { start: whole, end: null };
  const signs = plainDate(text).replace(fromTo, '$1-$2');
  const spans = [...signs.matchAll(/[-~]/g)].map(({ index }) => {
    const end = read(signs.slice(index + 1).trim());
    return end === null ? null : spanOf(read(signs.slice(0, index).trim()), end);
  });
  return spans.find((span) => span !== null) ?? null;
}

const roles = { y: 'year', m: 'month', d: 'day' } as const;

function partsOf(numbers: readonly number[], letters: string): DateParts {
  const entries = Object.entries(roles).map(([letter, part]) => [part, numbers[letters.indexOf(letter)]] as const);
  return Object.fromEntries(entries);
}

/**
 * Whether a year and a number may be something else than a month: 2010–12 and 2010/11 may be years, and 2014.1 may be
 * October, written as a number.
 */
function isUnclear(text: string): boolean {
  const [, year, last] = /^(\d{4})\/(\d\d)$/.exec(text) ?? [];
  if (year !== undefined && (Number(year) + 1) % 100 === Number(last)) return true;
  return /^\d{4}(?:\.1|(?: - | ?[\u2012-\u2015] ?)\d{1,2})$/.test(text);
}

function readByShape(text: string, formats: readonly string[], year: number | null): DateSpan | null {
  if (isUnclear(text.normalize('NFKC').trim())) return null;
  const signs = inSigns(text)
    .replace(/^(\d{4})\.0$/, '$1')
    .replaceAll(/(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)/g, '$1-$2-$3');
  const found = signs.match(/\d+/g) ?? [];
  const shape = signs.replaceAll(/M\d\d|\d+/g, (part) =>
    part.startsWith('M') ? 'm' : part.length === 4 ? 'y' : part.length < 3 ? 'n' : part,
  );
  const letters = dateShapes.get(shape);
  if (letters === undefined || found.some((digits) => digits.length === 4 && !/^(?:19|20|2100)/.test(digits)))
    return null;
  if (shape.includes('n.n') && letters.startsWith('d') && formats.some(isMonthFirst)) return null;
  return spanOfShape(letters, found.map(Number), year);
}

/** The span that numbers give, as the letters of a shape say what each of them is. */
function spanOfShape(letters: string, numbers: readonly number[], year: number | null): DateSpan | null {
  const first = partsOf(numbers, letters);
  const last = partsOf(numbers, letters.replaceAll(/[a-z]/g, ' ').toLowerCase());
  const shared = { year: first.year ?? last.year ?? year ?? undefined, month: first.month ?? last.month };
  const start = isoDate({ ...shared, day: first.day });
  if (letters === letters.toLowerCase()) return spanOf(start, undefined);
  return spanOf(start, isoDate({ year: last.year ?? shared.year, month: last.month ?? shared.month, day: last.day }));
}

/**
 * A date or a span of days, months or years as a table gives it: by the formats, tried in order, also on both sides of a
 * hyphen; else where it can only be read in one way; `null` for anything else and for what no calendar has.
 *
 * - Year first: 2014-05-12, 2014.5.12, 2014/5/12, 20140512, 2014年5月12日, 二〇一四年五月, 2014-05, 2014 (also `2014.0`, and
 *   a midnight behind a day), in full-width digits too.
 * - Day first with points, 12.05.2014 and 05.2014; unless a format has the month first. With slashes or hyphens between
 *   numbers, and with two digits of a year, only by a format.
 * - Months by name (English, Russian, German, French): May 2017, 12 May 2017, May 12th, 2017, 12 мая 2017 г., 14-May-2014.
 * - Spans: May-June 2018, 12-20 May 2014, “с 5 по 9 октября 2015”, 2018年5—6月, 2014年5月12日至6月1日,
 *   12.05-20.05.2014, 2014-05-12/2014-05-20, 2014-2015. A span that ends before it starts is refused.
 * - Without a year (14-May, 12 мая, 5月12日) only with `year`. May-14 may be a day or a year, and needs a format.
 * - Quarters and halves of a year are the months in them: Q2 2014, 2 кв. 2014 and 2014年第二季度 are read as April-June 2014.
 * - Days and months that are listed, each after the one before, are read from the first to the last: 12, 14 and 16 May 2014.
 * - A day of the week beside a date is passed over where the date falls on it; where it does not, nothing is read.
 * - Years read without a format are 1900 to 2100. What may be something else needs a format: 2010–12 and 2010/11 may be
 *   years, and 2014.1 may be October, written as a number.
 *
 * @param formats - how dates are written, as `readWrittenDate` takes them
 * @param year - the year of a date that is written without one, such as that of a column of years
 * @example
 * readDate('12-20 мая 2014 г.', []) // => { start: '2014-05-12', end: '2014-05-20' }
 * @example
 * readDate('3/5/2014', ['MM/DD/YYYY']) // => { start: '2014-03-05', end: null }
 * @example
 * readDate('3/5/2014', []) // => null
 * @example
 * readDate('14-May', [], 2014) // => { start: '2014-05-14', end: null }
 */
export function readDate(text: string, formats: readonly string[], year: number | null = null): DateSpan | null {
  const { rest, weekdays } = withoutWeekdays(text);
  const read = (part: string, stated?: 'stated') => datesOf(part, formats, stated === undefined ? year : null);
  const dates = read(rest) ?? listedDates(rest, read) ?? partOfYear(rest, year);
  const [start] = dates ?? [];
  if (dates === null || start === undefined || !fallOn(dates, weekdays)) return null;
  return { start, end: dates.length === 1 ? null : (dates.at(-1) ?? null) };
}

/** A date, or the first and the last one of a span. */
function datesOf(text: string, formats: readonly string[], year: number | null): string[] | null {
  const span =
    formats.map((format) => readByFormat(text, format, year)).find((found) => found !== null) ??
    readByShape(text, formats, year);
  if (span === null) return null;
  return span.end === null ? [span.start] : [span.start, span.end];
}
