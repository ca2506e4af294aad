import {
  checkedOf,
  CodedField,
  JsonValue,
  reviewedTables,
  strictObject,
  type Changes,
  type Dataset,
  type Source,
  type TableName,
} from '@govexport/schema';
import { z } from 'zod';
import type { Row } from './record-key.ts';
import { sourcesCited } from './sources-cited.ts';

const text = z.string();

/** What the coders of one round wrote of a program. */
const CodingRound = strictObject(() => ({
  round: z.int().min(1),
  coders: z.array(text).describe('The coders of the round, by letter.'),
  fields: z.int().min(0).describe('Fields that two coders or more coded; empty counts as a value.'),
  agreed: z.int().min(0).describe('Those of them to which every coder gave the same value.'),
  differing: z
    .array(
      z.strictObject({
        field: z.enum(CodedField.values),
        values: z.array(z.strictObject({ coder: text, value: text.nullable() })).describe('In the words of the round.'),
        record: JsonValue.describe('The value of the record, which was adjudicated; null where it is unknown.'),
      }),
    )
    .describe('The fields in which they differ.'),
}));

/** A value of a record that a release corrected. */
const Amendment = strictObject(() => ({
  version: text.describe('The release that brought the value.'),
  field: text.describe('The field as a path, such as participants.low.'),
  old: JsonValue.describe('The value before.'),
  new: JsonValue.describe('The value since.'),
  reason: text.nullable().describe('Why.'),
}));

const supportKinds = ['original', 'copy', 'dataset row'] as const;

/** What a part of a record rests on. */
const Support = strictObject(() => ({
  part: text
    .nullable()
    .describe('Fields that the same sources support, as in field_sources; null for the record as a whole.'),
  rests_on: z
    .enum(supportKinds)
    .describe(
      'The best of the sources: a page as its publisher issued it, else a copy of such a page under another publisher, else a row of another dataset.',
    ),
  sources: z.array(text).describe('Ids of the sources.'),
}));

/** How far persons have checked a record as it is now. */
const CheckedShape = strictObject(() => ({
  persons: z.int().min(0).describe('Persons who looked at a present value.'),
  fields: z.int().min(0).describe('Fields that can be checked.'),
  confirmed: z.int().min(0).describe('Fields that a person found right, and none wrong.'),
  wrong: z.array(text).describe('Fields that a person calls wrong.'),
  cannot_tell: z.int().min(0).describe('Fields of which a person cannot tell, and no other says more.'),
  share: z.number().min(0).max(1).describe('Share of the fields that at least one person looked at.'),
}));

/** Where the values of one record come from. */
export const provenanceShape = () => ({
  codings: z
    .array(CodingRound)
    .describe('Rounds of coding, the first one first; empty where a record was not coded so.'),
  amendments: z
    .array(Amendment)
    .nullable()
    .describe('What releases corrected, the newest first; null where the history of the dataset is not at hand.'),
  support: z.array(Support).describe('What each part rests on; empty where the table names no sources.'),
  checked: CheckedShape.nullable().describe(
    'How far persons have compared the record with its sources; null in a table that they do not check.',
  ),
});

/** Where the values of one record come from. */
export type Provenance = z.output<z.ZodObject<ReturnType<typeof provenanceShape>>>;

interface Asked {
  readonly dataset: Dataset;
  /** The history of the dataset; null where it is not at hand. */
  readonly releases: Changes['releases'] | null;
  readonly table: TableName;
  readonly record: Row;
}

/** Where the values of a record come from: who coded them, what was corrected, and what they rest on. */
export function provenanceOf({ dataset, releases, table, record }: Asked): Provenance {
  return {
    codings: table === 'programs' ? codingRounds(dataset.codings, record) : [],
    amendments: releases === null ? null : amendmentsOf(releases, table, String(record['id'])),
    support: supportOf(dataset, record),
    checked: reviewedTables.some(({ name }) => name === table) ? checkedBy(dataset.reviews, record) : null,
  };
}

function checkedBy(reviews: Dataset['reviews'], record: Row): NonNullable<Provenance['checked']> {
  const own = reviews.filter((review) => review.record === record['id']);
  const checked = checkedOf(record, own);
  return { ...checked, wrong: [...checked.wrong] };
}

type Coding = Dataset['codings'][number];

/** The rounds in which a program was coded, each with the fields in which its coders differ. */
export function codingRounds(codings: readonly Coding[], program: Row): Provenance['codings'] {
  const own = codings.filter((coding) => coding.program === program['id']);
  return distinct(own.map(({ round }) => round)).map((round) => {
    const ofRound = own.filter((coding) => coding.round === round);
    const fields = distinct(ofRound.map(({ field }) => field))
      .map((field) => ({ field, codings: ofRound.filter((coding) => coding.field === field) }))
      .filter((one) => one.codings.length > 1);
    const differing = fields.filter((one) => distinct(one.codings.map(({ value }) => value)).length > 1);
    return {
      round,
      coders: distinct(ofRound.map(({ coder }) => coder)),
      fields: fields.length,
      agreed: fields.length - differing.length,
      differing: differing.map((one) => ({
        field: one.field,
        values: one.codings.map(({ coder, value }) => ({ coder, value })),
        record: adjudicated(program, one.field),
      })),
    };
  });
}

/** Each value once. Codings stand in the order of round, coder and field. */
function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** Coders wrote one figure of participants, and the record holds a range. */
function adjudicated(program: Row, field: Coding['field']): JsonValue {
  const value = program[field] as JsonValue;
  return field === 'participants' ? (value as Dataset['programs'][number]['participants']).value : value;
}

/** What releases corrected in a record, the newest release first. */
export function amendmentsOf(
  releases: Changes['releases'],
  table: string,
  record: string,
): NonNullable<Provenance['amendments']> {
  return releases.flatMap(({ version, corrected }) =>
    corrected
      .filter((one) => one.table === table && one.record === record)
      .map(({ field, old, new: value, reason }) => ({ version, field, old, new: value, reason })),
  );
}

/** What each part of a record rests on: the groups of `field_sources`, or the record as a whole. */
export function supportOf(dataset: Dataset, record: Row): Provenance['support'] {
  const groups = record['field_sources'] as Readonly<Record<string, readonly string[]>> | undefined;
  const parts: (readonly [string | null, readonly string[]])[] =
    groups === undefined ? [[null, (record['sources'] ?? []) as readonly string[]]] : Object.entries(groups);
  return parts.flatMap(([part, ids]) => {
    const sources = sourcesCited(dataset, ids);
    const best = supportKinds.find((kind) => sources.some((source) => kindOf(source) === kind));
    return best === undefined ? [] : [{ part, rests_on: best, sources: sources.map(({ id }) => id) }];
  });
}

function kindOf({ access, is_copy: isCopy }: Pick<Source, 'access' | 'is_copy'>): (typeof supportKinds)[number] {
  if (access === 'dataset row') return 'dataset row';
  return isCopy ? 'copy' : 'original';
}
