import { z } from 'zod';

const parts = { YYYY: '(?<year>\\d{4})', MM: '(?<month>\\d{1,2})', DD: '(?<day>\\d{1,2})' } as const;

/** How a date is written: YYYY, MM and DD with what stands between; a day needs its month. */
export const dateFormat = z
  .string()
  .refine(
    (format) => /YYYY/.test(format) && (!/DD/.test(format) || /MM/.test(format)) && !/(YYYY|MM|DD).*\1/.test(format),
    {
      error: 'a format with YYYY, and MM and DD where known, such as DD.MM.YYYY',
    },
  );

/**
 * A date as it was written, as a partial ISO date; `null` where it is not written in this way. A missing part stays
 * unknown, and whether the date exists is for the schema to say.
 *
 * @example
 * readWrittenDate('31.5.2014', 'DD.MM.YYYY') // => '2014-05-31'
 * @example
 * readWrittenDate('2014年5月', 'YYYY年MM月') // => '2014-05'
 */
export function readWrittenDate(text: string, format: string): string | null {
  const pattern = format
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/YYYY|MM|DD/g, (part) => parts[part as keyof typeof parts]);
  const found = new RegExp(`^${pattern}$`, 'u').exec(text)?.groups;
  if (found === undefined) return null;
  const { year, month, day } = found;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}
