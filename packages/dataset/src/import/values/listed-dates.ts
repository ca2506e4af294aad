import { longest } from './plain-date.ts';
import { plainText } from './plain-text.ts';

const separator =
  /\s*(?:[,;、]\s*(?:and|и|und|et)(?!\p{L})|[,;、&\n]|(?<!\p{L})(?:and|и|und|et)(?!\p{L})|[和及与])\s*/u;

/** The parts of a list; a year on its own belongs to what stands before it. */
function partsOf(text: string): string[] {
  const lines = text.trim().replaceAll(/\s*[\r\n]+\s*/g, '; ');
  return plainText(lines)
    .split(separator)
    .reduce<string[]>((parts, part) => {
      const before = parts.at(-1);
      if (before === undefined || !/^\d{4}(?: ?гг?\.| ?год[а-я]*)?$/u.test(part)) return [...parts, part];
      return [...parts.slice(0, -1), `${before} ${part}`];
    }, []);
}

/** Reads a date or a span as its days; `null` where it is none. `stated`: only where its own words say the year. */
type ReadDates = (text: string, stated?: 'stated') => readonly string[] | null;

/**
 * Days, or months, that a text lists one by one: 12, 14 and 16 May 2014; 12, 14 и 16 мая 2014; 2014年5月12、14、16日;
 * 12.05.2014, 14.05.2014; May and June 2014. What one leaves out is that of the first or the last. `null` where one of them
 * cannot be read, or does not come after the one before.
 *
 * @param read - reads what is no list
 */
export function listedDates(text: string, read: ReadDates): readonly string[] | null {
  const parts = text.length > longest ? [] : partsOf(text);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || parts.includes('')) return null;
  const [start = null, end = null] = read(`${first}-${last}`) ?? [];
  const between = parts.slice(1, -1).map((part) => alone(part, read) ?? oneBetween(part, { first, last, read }));
  const dates = [alone(first, read) ?? start, ...between, alone(last, read) ?? end];
  return isRising(dates) ? dates : null;
}

/** A date that is whole by itself. */
function alone(part: string, read: ReadDates): string | null {
  const [date = null, other] = read(part, 'stated') ?? [];
  return other === undefined ? date : null;
}

/** A date that has its month or year from the first or from the last one. A bare day stands where that of the last does. */
function oneBetween(
  part: string,
  { first, last, read }: { readonly first: string; readonly last: string; readonly read: ReadDates },
): string | null {
  const ofLast = (text: string, stated?: 'stated') => read(text, stated)?.[0] ?? null;
  const ofFirst = (text: string, stated?: 'stated') => read(text, stated)?.[1] ?? null;
  if (/^\d{1,2}$/.test(part)) return ofFirst(`${first}-${last.replace(/\d{1,2}(?!\d)/, part)}`);
  const toLast = `${part}-${last}`;
  return ofLast(toLast, 'stated') ?? ofFirst(`${first}-${part}`, 'stated') ?? ofLast(toLast);
}

/** Whether all are dates of one precision, each after the one before. */
function isRising(dates: readonly (string | null)[]): dates is readonly string[] {
  return dates.every((date, at) => {
    const before = dates[at - 1];
    if (date === null || date.length === 4) return false;
    return at === 0 || (typeof before === 'string' && before.length === date.length && before < date);
  });
}
