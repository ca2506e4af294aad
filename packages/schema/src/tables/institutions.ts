import type { z } from 'zod';
import { evidence, identity } from '../evidence.ts';
import { Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * A training base, centre, academy or standing forum.
 *
 * @example
 * Institution.shape.founded.safeParse('2014-05-20').success // => true
 */
export const Institution = strictObject(() => ({
  id: identity.id,
  name: Text.describe('Name in English.'),
  name_zh: Text.nullable().describe('Name in Chinese, as the sources print it.'),
  city: Text.nullable().describe('City or cities, separated by semicolons.'),
  founded: PartialDate.nullable().describe(
    'When it was founded, approved or opened; notes say which where that matters.',
  ),
  frame: Text.describe('The body or relation between states it belongs to.'),
  description: identity.description,
  ...evidence,
}));

/** One institution. */
export type Institution = z.infer<typeof Institution>;

export const institutions = defineTable({
  name: 'institutions',
  singular: 'institution',
  title: 'Institutions',
  description: 'Training bases, centres, academies and standing forums, planned ones included where notes say so.',
  record: Institution,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
});
