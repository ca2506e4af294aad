import type { z } from 'zod';
import { DataVersion, RecordId, Text } from '../fields.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * The id of a record that was merged into another: who asks for it gets the other.
 *
 * @example
 * Alias.shape.merged_into.safeParse('GX-0001').success // => true
 */
export const Alias = strictObject(() => ({
  id: RecordId.describe('Id that the merged record had. Never used again.'),
  merged_into: RecordId.describe(
    'Id of the record that holds its content now; a record of the dataset, never an alias.',
  ),
  version: DataVersion.describe('Version of the dataset from which on the id is an alias.'),
  reason: Text.describe('Why the two are one.'),
}));

/** The id of a merged record. */
export type Alias = z.infer<typeof Alias>;

export const aliases = defineTable({
  name: 'aliases',
  singular: 'alias',
  title: 'Aliases',
  description: 'Ids of records that were merged into others, so that a citation of an old id still finds its record.',
  record: Alias,
  key: ['id'],
  storage: 'series',
});
