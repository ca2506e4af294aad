import { z } from 'zod';
import { oneOf, RecordId, Text, WebAddress } from './fields.ts';
import { PartialDate } from './partial-date.ts';
import type { Rule } from './rule.ts';
import { LinkStatus, PublisherType, SourceAccess } from './source-vocabularies.ts';
import { strictObject } from './strict-object.ts';

/**
 * One source: a public page or publication that supports records.
 *
 * @example
 * Source.shape.language.safeParse('zh').success // => true
 */
export const Source = strictObject(() => ({
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
  link_status: oneOf(LinkStatus).describe('What became of the address.'),
  link_checked: PartialDate.nullable().describe('When the address was last opened; null where it never was.'),
}));

/** One source. */
export type Source = z.infer<typeof Source>;

/** A check of the link has a date, and the date of a check has a result. */
const checkHasDate: Rule<Source> = ({ link_status, link_checked }) => {
  if ((link_status === 'not_checked') === (link_checked === null)) return [];
  const expected = link_checked === null ? 'the date of the check' : 'null, since the link is not checked';
  return [{ field: 'link_checked', value: link_checked, expected }];
};

/** Every rule within one source. */
export const sourceRules: readonly Rule<Source>[] = [checkHasDate];
