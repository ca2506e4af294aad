import type { z } from 'zod';
import { DataVersion, RecordId, Text } from '../fields.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * The tombstone of a record that was taken out: its id, and why.
 *
 * @example
 * WithdrawnRecord.shape.reason.safeParse('').success // => false
 */
export const WithdrawnRecord = strictObject(() => ({
  id: RecordId.describe('Id that the record had. Never used again.'),
  table: Text.describe('Table that held the record.'),
  version: DataVersion.describe('Version of the dataset that is the first without the record.'),
  reason: Text.describe('Why the record was withdrawn.'),
}));

/** The tombstone of a record. */
export type WithdrawnRecord = z.infer<typeof WithdrawnRecord>;

export const withdrawn = defineTable({
  name: 'withdrawn',
  singular: 'withdrawn record',
  title: 'Withdrawn records',
  description: 'Ids of records that were published and taken out again, each with the reason.',
  record: WithdrawnRecord,
  key: ['id'],
  storage: 'series',
});
