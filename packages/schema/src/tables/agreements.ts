import type { z } from 'zod';
import { country, evidence, identity } from '../evidence.ts';
import { listOf, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * An agreement on training or on security co-operation.
 *
 * @example
 * Agreement.shape.date.safeParse('2017').success // => true
 */
export const Agreement = strictObject(() => ({
  id: identity.id,
  country: country.nullable().describe('State that agreed with China; null where several or a group.'),
  date: PartialDate.nullable().describe('Date of signature or, where notes say so, of the talks.'),
  parties: listOf(Text).describe('Bodies that agreed.'),
  subject: Text.describe('Subject in a short English term.'),
  title: identity.title,
  description: identity.description,
  ...evidence,
}));

/** One agreement. */
export type Agreement = z.infer<typeof Agreement>;

export const agreements = defineTable({
  name: 'agreements',
  singular: 'agreement',
  title: 'Agreements',
  description:
    'Agreements on training and on security co-operation. Talks and offers without a signed paper stay in the table; their notes begin with “No signed document:”.',
  record: Agreement,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
});
