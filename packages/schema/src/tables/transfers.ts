import type { z } from 'zod';
import { Currency, TransferKind, TransferTerms, ValueBasis } from '../context-vocabularies.ts';
import { amount, country, evidence, identity } from '../evidence.ts';
import { oneOf, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import type { Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * Equipment, buildings or money that came, or were to come, from China.
 *
 * @example
 * Transfer.shape.currency.safeParse('RMB').success // => false
 */
export const Transfer = strictObject(() => ({
  id: identity.id,
  country: country.nullable().describe('Recipient state; null where several or unknown.'),
  date: PartialDate.nullable().describe(
    'Date of the event that date_basis names; null where only a later mention is known.',
  ),
  date_basis: Text.describe('What the date is that of: agreement, announcement, delivery, handover or a mention.'),
  kind: oneOf(TransferKind).describe('What was transferred.'),
  terms: oneOf(TransferTerms).describe('On what terms.'),
  recipient_agency: Text.nullable().describe('Body that received it.'),
  donor: Text.nullable().describe('Body or state that gave it.'),
  supplier: Text.nullable().describe('Company that made or delivered it.'),
  title: identity.title,
  description: identity.description,
  value: amount
    .nullable()
    .describe('Value in the currency that the source states first. Values overlap: see notes before adding.'),
  currency: oneOf(Currency).nullable().describe('Currency of the value, ISO 4217; null where no value is given.'),
  value_basis: oneOf(ValueBasis).nullable().describe('How the value is known; null where no value is given.'),
  ...evidence,
}));

/** One transfer. */
export type Transfer = z.infer<typeof Transfer>;

const valueHasCurrencyAndBasis: Rule<Transfer> = (transfer) =>
  (['currency', 'value_basis'] as const)
    .filter((field) => (transfer[field] === null) !== (transfer.value === null))
    .map((field) => ({
      field,
      value: transfer[field],
      expected:
        transfer.value === null ? 'null where no value is given' : 'a value of its vocabulary, since a value is given',
    }));

export const transfers = defineTable({
  name: 'transfers',
  singular: 'transfer',
  title: 'Transfers',
  description:
    'Equipment, buildings and money from China for bodies of the five states, agreed, announced or delivered. Values of records overlap, as their notes say, and currencies differ: do not add them up unseen.',
  record: Transfer,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
  rules: [valueHasCurrencyAndBasis],
});
