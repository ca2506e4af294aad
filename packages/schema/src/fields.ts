import { z } from 'zod';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Non-empty text on one line, without control characters or spaces at its ends.
 *
 * @example
 * Text.safeParse('Jinan ').success // => false
 */
export const Text = z.string().regex(/^(?!\p{Z})[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+(?<!\p{Z})$/u, {
  error: 'text that is not empty, without line breaks, control characters or spaces at its ends',
});

/**
 * Id of a record: capital letters, a hyphen, at least three digits. An id is never changed or used again.
 *
 * @example
 * RecordId.safeParse('GX-0001').success // => true
 */
export const RecordId = z
  .string()
  .regex(/^[A-Z]{1,8}-\d{3,}$/, {
    error: 'an id of capital letters, a hyphen and at least three digits, such as GX-0001',
  })
  .meta({ examples: ['GX-0001'] });

const addressError = 'an absolute http or https address without spaces or a password';

/**
 * An absolute address on the web, without spaces, user name or password.
 *
 * @example
 * WebAddress.safeParse('https://example.org/page').success // => true
 */
export const WebAddress = z
  .string({ error: addressError })
  // zod's own check cuts spaces off and takes line breaks out; a record is never repaired silently.
  .regex(/^https?:\/\/[^\s\p{Cc}/?#@]+(?:[/?#][^\s\p{Cc}]*)?$/u, { error: addressError, abort: true })
  .check(z.url({ error: addressError }));

/**
 * Yes, no, or unknown: `null` means that the sources are silent, and is never read as no.
 *
 * @example
 * YesNoUnknown.parse(null) // => null
 */
export const YesNoUnknown = z.boolean({ error: 'true, false or null' }).nullable();

/** A list in which no value stands twice. */
export function listOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z
    .array(item)
    .refine((items) => new Set(items.map((value) => JSON.stringify(value))).size === items.length, {
      error: 'a list in which no value stands twice',
    })
    .meta({ uniqueItems: true });
}

/**
 * The zod enum of a vocabulary.
 *
 * @example
 * oneOf(Venue).safeParse('in_sender').success // => true
 */
export function oneOf<Value extends string>(vocabulary: Vocabulary<Value>): z.ZodEnum<{ [V in Value]: V }> {
  return z.enum(vocabulary.values).meta({ vocabulary: vocabulary.name });
}

/**
 * Version of a dataset.
 *
 * @example
 * DataVersion.safeParse('1.0').success // => false
 */
export const DataVersion = z
  .string()
  .regex(/^\d+\.\d+\.\d+$/, { error: 'a semantic version such as 1.0.0' })
  .meta({ examples: ['1.0.0'] });
