import type { z } from 'zod';
import { LeadTheme } from '../claim-vocabularies.ts';
import { identity } from '../evidence.ts';
import { oneOf, Text, WebAddress } from '../fields.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * A page that tells of a program or might, and lacks what a record needs.
 *
 * @example
 * Lead.shape.theme.safeParse('security_and_justice').success // => true
 */
export const Lead = strictObject(() => ({
  id: identity.id,
  theme: oneOf(LeadTheme).describe('Subject under which the lead is filed.'),
  url: WebAddress.nullable().describe('Address of the page; null where it has none.'),
  description: identity.description,
  missing: Text.describe('What keeps it from being a record.'),
  origin: Text.nullable().describe('Finder and number of the note it rests on; null for leads of the first release.'),
}));

/** One lead. */
export type Lead = z.infer<typeof Lead>;

export const leads = defineTable({
  name: 'leads',
  singular: 'lead',
  title: 'Leads',
  description:
    'Pages that tell of courses and lack a date, a country or another fact; they wait for a reader. Not counted.',
  record: Lead,
  key: ['id'],
  storage: 'series',
});
