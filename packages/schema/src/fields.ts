import { z } from 'zod';

/** Non-empty text without line breaks, control characters or spaces at its ends. */
export const Text = z.string().regex(/^(?! )[^\p{Cc}]+(?<! )$/u, {
  error: 'text that is not empty, without line breaks, control characters or spaces at its ends',
});

/** Id of a record: capital letters, a hyphen, at least three digits. An id is never changed or used again. */
export const RecordId = z
  .string()
  .regex(/^[A-Z]{1,8}-\d{3,}$/, { error: 'an id of capital letters, a hyphen and at least three digits, such as GX-0001' })
  .meta({ examples: ['GX-0001'] });

/** An absolute address on the web. */
export const WebAddress = z.url({ protocol: /^https?$/, error: 'an absolute http or https address' });

/** Yes, no, or unknown: `null` means that the sources are silent, and is never read as no. */
export const YesNoUnknown = z.boolean({ error: 'true, false or null' }).nullable();

/** A list in which no value stands twice. */
export function listOf<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return z
    .array(item)
    .refine((items) => new Set(items.map((value) => JSON.stringify(value))).size === items.length, {
      error: 'a list in which no value stands twice',
    }) as z.ZodArray<Item>;
}
