import type { z } from 'zod';
import { ClaimKind, ClaimMeasure } from '../claim-vocabularies.ts';
import { amount, country, evidence, identity } from '../evidence.ts';
import { oneOf, Text } from '../fields.ts';
import { endsBefore, PartialDate } from '../partial-date.ts';
import type { Finding, Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * A number that a body promised or claims.
 *
 * @example
 * PledgeOrTotal.shape.kind.safeParse('pledge').success // => true
 */
export const PledgeOrTotal = strictObject(() => ({
  id: identity.id,
  kind: oneOf(ClaimKind).describe('Whether the number was promised or counted.'),
  country: country.nullable().describe('State it concerns; null where several, a group or the world.'),
  period_from: PartialDate.nullable().describe('Begin of the period; null where the source gives none.'),
  period_to: PartialDate.nullable().describe('End of the period, or the date of the count.'),
  measure: oneOf(ClaimMeasure).describe('What the number counts.'),
  value: amount.nullable().describe('The printed number; null where none is printed.'),
  value_low: amount.nullable().describe('Lower bound: “more than” repeats the number here.'),
  value_high: amount.nullable().describe('Upper bound: “nearly” repeats the number here.'),
  title: identity.title,
  description: identity.description,
  claimed_by: Text.describe('Who gives the number.'),
  ...evidence,
}));

/** One pledge or total. */
export type PledgeOrTotal = z.infer<typeof PledgeOrTotal>;

const numberInBounds: Rule<PledgeOrTotal> = ({ value, value_low: low, value_high: high }) => {
  const findings: Finding[] = [];
  const most = value ?? high;
  if (low !== null && most !== null && low > most) {
    findings.push({ field: 'value_low', value: low, expected: `at most ${most}` });
  }
  if (high !== null && value !== null && high < value) {
    findings.push({ field: 'value_high', value: high, expected: `at least ${value}` });
  }
  return findings;
};

const periodInOrder: Rule<PledgeOrTotal> = ({ period_from: from, period_to: to }) =>
  from !== null && to !== null && endsBefore(from, to)
    ? [{ field: 'period_to', value: to, expected: `a date not before period_from ${from}` }]
    : [];

export const pledgesAndTotals = defineTable({
  name: 'pledges_and_totals',
  singular: 'pledge or total',
  title: 'Pledges and totals',
  description:
    'Numbers that bodies promised or claim. They overlap, count different things over different periods, and are not checked against programs: never add them up.',
  record: PledgeOrTotal,
  key: ['id'],
  references: { sources: 'sources' },
  storage: 'records',
  rules: [numberInBounds, periodInOrder],
});
