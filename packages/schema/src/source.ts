import { z } from 'zod';
import { oneOf, RecordId, Text, WebAddress } from './fields.ts';
import { PartialDate } from './partial-date.ts';
import { PublisherType, SourceAccess } from './source-vocabularies.ts';

/**
 * One source: a public page or publication that supports records.
 *
 * @example
 * Source.shape.language.safeParse('zh').success // => true
 */
export const Source = z.strictObject({
  id: RecordId.describe('Stable id of the source. Never changed, never used again.'),
  url: WebAddress.nullable().describe('Address of the page; null where the source has none.'),
  publisher: Text.describe('Who published the page.'),
  publisher_type: oneOf(PublisherType).describe('Kind of publisher.'),
  title: Text.nullable().describe('Title as printed, in its own language.'),
  published: PartialDate.nullable().describe('Date of publication.'),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, { error: 'an ISO 639-1 language code, two small letters' })
    .describe('Language of the text, ISO 639-1.'),
  is_copy: z
    .boolean({ error: 'true or false' })
    .describe('Whether the page is a copy of a text first published elsewhere.'),
  original_publisher: Text.nullable().describe('Who first published the text, where the page is a copy.'),
  accessed: PartialDate.describe('When the source was read.'),
  access: oneOf(SourceAccess).describe('How the source was read.'),
});

/** One source. */
export type Source = z.infer<typeof Source>;
