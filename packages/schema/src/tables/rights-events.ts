import type { z } from 'zod';
import { LinkToChina } from '../context-vocabularies.ts';
import { country, evidence, identity } from '../evidence.ts';
import { oneOf, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * A reported event that concerns the rights of people. No person is named.
 *
 * @example
 * RightsEvent.shape.link_to_china.safeParse('none_stated').success // => true
 */
export const RightsEvent = strictObject(() => ({
  id: identity.id,
  country: country.describe('State where it happened or whose body acted.'),
  date: PartialDate.nullable().describe('Date of the event or, where notes say so, of the report.'),
  title: identity.title,
  description: identity.description,
  reported_by: Text.describe('Who reported it.'),
  link_to_china: oneOf(LinkToChina).describe('Whether a source connects it with China; a statement, not a cause.'),
  ...evidence,
}));

/** One rights event. */
export type RightsEvent = z.infer<typeof RightsEvent>;

export const rightsEvents = defineTable({
  name: 'rights_events',
  singular: 'rights event',
  title: 'Rights events',
  description:
    'Reported events that concern rights: a small selection found along the way. Their number says nothing about how often such events happen, nor that a training program led to one.',
  record: RightsEvent,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
});
