import { z } from 'zod';
import { DataVersion, Text } from './fields.ts';
import { wholeNumber } from './evidence.ts';
import type { JsonSchema } from './json-schema.ts';
import { strictObject } from './strict-object.ts';

const record = Text.describe('The record: its id, or the values of its key joined by “ / ”.');
const place = { table: Text.describe('The table.'), record };
const reason = Text.describe('Why.');

/** A value as JSON holds it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };

/** Any value of a record, as JSON holds it. It refers to itself, so a description of an answer needs a name for it. */
export const JsonValue: z.ZodType<JsonValue> = z.json();

/** What a release asks of its version: the part that must rise; `none` where the data is the same. */
export const VersionStep = z.enum(['none', 'patch', 'minor', 'major']);

/** What a release asks of its version. */
export type VersionStep = z.infer<typeof VersionStep>;

/** A change of a table, of one of its fields, or of a value of its vocabulary. */
export const SchemaChange = strictObject(() => ({
  table: place.table,
  field: Text.nullable().describe('The field as a path; null for the table as a whole.'),
  value: Text.nullable().describe('The value of the vocabulary that changed; null for the field as a whole.'),
  change: z.enum(['added', 'removed', 'renamed', 'retyped', 'reordered']).describe('What happened.'),
  was: Text.nullable().describe('The old name of what was renamed, the old type of a retyped field; else null.'),
}));

/** A change of a table, of one of its fields, or of a value of its vocabulary. */
export type SchemaChange = z.infer<typeof SchemaChange>;

/**
 * What a change asks of somebody who uses the version before, as a sentence.
 *
 * @example
 * schemaChangeInWords({ table: 'programs', field: 'venue', value: 'in_sender', change: 'renamed', was: 'in_china' })
 * // => 'In programs, the value in_china of venue is in_sender now: write in_sender where you filter or compare.'
 */
export function schemaChangeInWords({ table, field, value, change, was }: SchemaChange): string {
  if (field === null) {
    const whole = { added: 'is new', removed: 'is gone: take it from the version before' } as const;
    return change in whole
      ? `The table ${table} ${whole[change as keyof typeof whole]}.`
      : `The fields of ${table} stand in another order: ask for columns by name, not by position.`;
  }
  if (value !== null) {
    if (change === 'renamed')
      return `In ${table}, the value ${was} of ${field} is ${value} now: write ${value} where you filter or compare.`;
    return change === 'added'
      ? `In ${table}, ${field} may hold the new value ${value}.`
      : `In ${table}, ${field} never holds ${value} any more: a filter by it finds nothing.`;
  }
  const sentences = {
    added: `In ${table}, the field ${field} is new.`,
    removed: `In ${table}, the field ${field} is gone: take it from the version before.`,
    renamed: `In ${table}, the field ${was} is called ${field} now: write ${field} for it.`,
    retyped: `In ${table}, the field ${field} has another type than before, when it was ${was}: read it anew.`,
    reordered: `In ${table}, the field ${field} stands in another order.`,
  };
  return sentences[change];
}

/**
 * What somebody who uses the version before has to change, each a sentence; what is only new asks for nothing.
 *
 * @example
 * changesToMake([{ table: 'programs', field: 'frame', value: null, change: 'added', was: null }]) // => []
 */
export function changesToMake(schema: readonly SchemaChange[]): string[] {
  return schema.filter(({ change }) => change !== 'added').map(schemaChangeInWords);
}

/** What changed from one version of a dataset to the next. */
export const Release = strictObject(() => ({
  version: DataVersion.describe('The version.'),
  previous: DataVersion.nullable().describe('The version before; null for the first release.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, { error: '64 hexadecimal digits' })
    .describe('SHA-256 of the content of the version.'),
  step: VersionStep.describe('The part of the version that the changes ask for; none for a first release.'),
  counts: z.array(z.strictObject({ table: place.table, records: wholeNumber })).describe('Records of each table.'),
  schema: z.array(SchemaChange).describe('Tables, fields and values of vocabularies that changed.'),
  added: z.array(z.strictObject(place)).describe('New records.'),
  corrected: z
    .array(
      z.strictObject({
        ...place,
        field: Text.describe('The field as a path, such as participants.low.'),
        old: JsonValue.describe('The value before.'),
        new: JsonValue.describe('The value now.'),
        reason: reason.nullable(),
      }),
    )
    .describe('Values that changed.'),
  merged: z.array(z.strictObject({ ...place, into: record, reason })).describe('Records merged into others.'),
  withdrawn: z.array(z.strictObject({ ...place, reason })).describe('Records that were taken out, with a tombstone.'),
  removed: z
    .array(z.strictObject({ ...place, reason: reason.nullable() }))
    .describe('Records that are gone and left neither alias nor tombstone; only tables without ids may have any.'),
}));

/** What changed from one version of a dataset to the next. */
export type Release = z.infer<typeof Release>;

/**
 * The history of a dataset, the newest release first: the file `changes.json`. It holds no dates.
 *
 * @example
 * Changes.safeParse({ name: 'mine', releases: [] }).success // => true
 */
export const Changes = strictObject(() => ({
  name: Text.describe('Name of the dataset.'),
  releases: z.array(Release).describe('Every release, the newest first.'),
}));

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
