import { z } from 'zod';
import { PartnershipLevel } from '../context-vocabularies.ts';
import { country, evidence, identity } from '../evidence.ts';
import { oneOf, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import { partnershipRanks } from '../partnership-ranks.ts';
import type { Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * One dated step of the relation between a state and China, or a reaffirmation of its level.
 *
 * @example
 * Partnership.shape.level.safeParse('strategic_partnership').success // => true
 */
export const Partnership = strictObject(() => ({
  id: identity.id,
  country: country.describe('The state that is China’s partner.'),
  date: PartialDate.describe('When the level was declared, as precise as the evidence allows.'),
  level: oneOf(PartnershipLevel).describe('The level by the formula of the sources.'),
  rank: z.int({ error: 'a whole number' }).describe('Rank of the level, 1 to 5; an order made for this dataset.'),
  title: identity.title,
  instrument: Text.nullable().describe('The document, as far as it is named.'),
  ...evidence,
}));

/** One step of a partnership. */
export type Partnership = z.infer<typeof Partnership>;

const rankOfLevel: Rule<Partnership> = ({ level, rank }) =>
  rank === partnershipRanks[level]
    ? []
    : [{ field: 'rank', value: rank, expected: `${partnershipRanks[level]}, the rank of ${level}` }];

export const partnerships = defineTable({
  name: 'partnerships',
  singular: 'partnership',
  title: 'Partnerships',
  description:
    'Dated steps of the partnership of each state with China. A state keeps its level until the next record; a missing step is missing evidence, not proof that none was taken.',
  record: Partnership,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
  rules: [rankOfLevel],
});
