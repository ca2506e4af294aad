import { alternatives, plainText } from './plain-text.ts';

/** Days of the week in English, Russian, German, French and Chinese, Sunday first. Short forms that are also months are none. */
const names: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'воскресенье', 'вс', 'sonntag', 'dimanche', '星期日', '星期天', '周日', '周天'],
  ['monday', 'mon', 'понедельник', 'пн', 'montag', 'lundi', '星期一', '周一'],
  ['tuesday', 'tues', 'tue', 'вторник', 'вт', 'dienstag', 'mardi', '星期二', '周二'],
  ['wednesday', 'weds', 'wed', 'среда', 'среду', 'ср', 'mittwoch', 'mercredi', '星期三', '周三'],
  ['thursday', 'thurs', 'thur', 'thu', 'четверг', 'чт', 'donnerstag', 'jeudi', '星期四', '周四'],
  ['friday', 'fri', 'пятница', 'пятницу', 'пт', 'freitag', 'vendredi', '星期五', '周五'],
  ['saturday', 'sat', 'суббота', 'субботу', 'сб', 'samstag', 'sonnabend', 'samedi', '星期六', '周六'],
];

const chinese = '(?:星期|周)[一二三四五六日天]';
const name = `(?<!\\p{L})(?:${alternatives(names.flat())})(?!\\p{L})\\.?|${chinese}`;
const withMarks = new RegExp(`\\((?:${name})\\)|(?:${name}),?`, 'gu');

/** A text without the days of the week in it, and which these are: 0 for Sunday. */
export function withoutWeekdays(text: string): { readonly rest: string; readonly weekdays: readonly number[] } {
  const weekdays: number[] = [];
  const marked = plainText(text).replaceAll(withMarks, (found) => {
    const said = found.replaceAll(/[,().]/g, '');
    weekdays.push(names.findIndex((day) => day.includes(said)));
    return '\0';
  });
  if (weekdays.length === 0) return { rest: text, weekdays };
  // Those of a span may stand together: Mon-Fri 12-16 May.
  const rest = marked.replaceAll(/\0 ?-? ?\0/g, '\0').replace(/[ ,]*\0$/, '');
  return { rest: rest.replaceAll('\0', '').trim(), weekdays };
}

/** The day of the week of an ISO date; `null` where its day is not known. */
function weekdayOf(date: string): number | null {
  return date.length === 10 ? new Date(`${date}T00:00:00Z`).getUTCDay() : null;
}

/**
 * Whether dates fall on the days of the week that stand beside them: each on its own, or the first one on the only day that
 * is named.
 */
export function fallOn(dates: readonly string[], weekdays: readonly number[]): boolean {
  if (weekdays.length > 1 && weekdays.length !== dates.length) return false;
  return weekdays.every((weekday, at) => weekdayOf(dates[at] ?? '') === weekday);
}
