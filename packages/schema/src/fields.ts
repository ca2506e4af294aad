import { z } from 'zod';
import type { Vocabulary } from './vocabulary.ts';

const textError = 'text that is not empty, without line breaks, control characters or spaces at its ends';

/**
 * Non-empty text on one line, without control characters, marks that turn the direction of what follows, or spaces at its
 * ends.
 *
 * @example
 * Text.safeParse('Jinan ').success // => false
 */
export const Text = z
  .string()
  // Descriptions publish this pattern, so it is written as Python, RE2 and XML Schema read it too. What only
  // JavaScript can say in a pattern is asked beside it.
  .regex(/^\S(.*\S)?$/, { error: textError, abort: true })
  .refine((text) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(text), { error: textError });

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
  .regex(/^https?:[/][/][^\s/?#@]+([/?#]\S*)?$/, { error: addressError, abort: true })
  .refine((address) => !/\p{Cc}/u.test(address), { error: addressError, abort: true })
  .check(z.url({ error: addressError }));

/**
 * Yes, no, or unknown: `null` means that the sources are silent, and is never read as no.
 *
 * @example
 * YesNoUnknown.parse(null) // => null
 */
export const YesNoUnknown = z.boolean({ error: 'true, false or null' }).nullable();

/** A list in which no value stands twice. */
export function listOf<Item extends z.ZodType>(item: Item, error?: string): z.ZodArray<Item> {
  return z
    .array(item, error)
    .refine((items) => items.length < 2 || new Set(items.map((value) => JSON.stringify(value))).size === items.length, {
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
  return z.enum(vocabulary.values).meta({ 'x-vocabulary': vocabulary.name });
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
