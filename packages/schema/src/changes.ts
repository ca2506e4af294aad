import { z } from 'zod';
import { DataVersion, Text } from './fields.ts';
import { wholeNumber } from './evidence.ts';
import type { JsonSchema } from './json-schema.ts';

const record = Text.describe('The record: its id, or the values of its key joined by “ / ”.');
const place = { table: Text.describe('The table.'), record };
const value = z.json();
const reason = Text.describe('Why.');

/** What a release asks of its version: the part that must rise; `none` where the data is the same. */
export const VersionStep = z.enum(['none', 'patch', 'minor', 'major']);

/** What a release asks of its version. */
export type VersionStep = z.infer<typeof VersionStep>;

/** A change of a table or of one of its fields. */
export const SchemaChange = z.strictObject({
  table: place.table,
  field: Text.nullable().describe('The field as a path; null for the table as a whole.'),
  change: z.enum(['added', 'removed', 'renamed', 'retyped', 'reordered']).describe('What happened.'),
  was: Text.nullable().describe('The old name of a renamed field, the old type of a retyped one; else null.'),
});

/** A change of a table or of one of its fields. */
export type SchemaChange = z.infer<typeof SchemaChange>;

/** What changed from one version of a dataset to the next. */
export const Release = z.strictObject({
  version: DataVersion.describe('The version.'),
  previous: DataVersion.nullable().describe('The version before; null for the first release.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits' })
    .describe('SHA-256 of the content of the version.'),
  step: VersionStep.describe('The part of the version that the changes ask for; none for a first release.'),
  counts: z.array(z.strictObject({ table: place.table, records: wholeNumber })).describe('Records of each table.'),
  schema: z.array(SchemaChange).describe('Tables and fields that changed.'),
  added: z.array(z.strictObject(place)).describe('New records.'),
  corrected: z
    .array(
      z.strictObject({
        ...place,
        field: Text.describe('The field as a path, such as participants.low.'),
        old: value.describe('The value before.'),
        new: value.describe('The value now.'),
        reason: reason.nullable(),
      }),
    )
    .describe('Values that changed.'),
  merged: z.array(z.strictObject({ ...place, into: record, reason })).describe('Records merged into others.'),
  withdrawn: z.array(z.strictObject({ ...place, reason })).describe('Records that were taken out, with a tombstone.'),
  removed: z
    .array(z.strictObject({ ...place, reason: reason.nullable() }))
    .describe('Records that are gone and left neither alias nor tombstone; only tables without ids may have any.'),
});

/** What changed from one version of a dataset to the next. */
export type Release = z.infer<typeof Release>;

/**
 * The history of a dataset, the newest release first: the file `changes.json`. It holds no dates.
 *
 * @example
 * Changes.safeParse({ name: 'mine', releases: [] }).success // => true
 */
export const Changes = z.strictObject({
  name: Text.describe('Name of the dataset.'),
  releases: z.array(Release).describe('Every release, the newest first.'),
});

/** The history of a dataset. */
export type Changes = z.infer<typeof Changes>;

/**
 * JSON Schema (draft 2020-12) of `changes.json`.
 *
 * @example
 * changesJsonSchema().title // => 'Changes'
 */
export function changesJsonSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(Changes);
  const description = 'What changed from one version of a dataset to the next.';
  return { $schema, title: 'Changes', description, ...schema } as JsonSchema;
}
