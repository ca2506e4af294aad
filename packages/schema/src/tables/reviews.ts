import { z } from 'zod';
import { oneOf, DataVersion, RecordId, Text } from '../fields.ts';
import { PartialDate } from '../partial-date.ts';
import { ReviewVerdict } from '../review-vocabularies.ts';
import type { Finding, Rule } from '../rule.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

const codeError = 'R and two or three digits, such as R01; never a name';

/**
 * The code of a person who checks records: never a name or initials.
 *
 * @example
 * ReviewerCode.safeParse('R01').success // => true
 */
export const ReviewerCode = z
  .string({ error: codeError })
  .regex(/^R[0-9]{2,3}$/, { error: codeError })
  .meta({ examples: ['R01'] });

/**
 * What one person found for one field of one record.
 *
 * @example
 * Review.shape.reviewer.safeParse('Smith').success // => false
 */
export const Review = strictObject(() => ({
  reviewer: ReviewerCode.describe('Code of the person, never a name.'),
  record: RecordId.describe('Id of the record.'),
  field: Text.describe('The field as a path, such as participants.low.'),
  verdict: oneOf(ReviewVerdict).describe('What the person found.'),
  seen: Text.describe('The value that the person saw, as JSON. The review tells nothing of another value.'),
  right_value: Text.nullable().describe(
    'The value that the sources give, as JSON, where the one seen is wrong; null where it is not called wrong.',
  ),
  reason: Text.nullable().describe('Why, with the source; null where the person gives no reason.'),
  reviewed: PartialDate.describe('When the person looked, as the person says.'),
  version: DataVersion.describe('Version of the dataset that the person saw.'),
}));

/** What one person found for one field of one record. */
export type Review = z.infer<typeof Review>;

/** A value and its reason stand where something is called wrong, and only there a value. */
const wrongSaysWhatIsRight: Rule<Review> = ({ verdict, seen, right_value, reason }) => {
  if (verdict !== 'wrong') {
    const expected = `null, since the value is not called wrong`;
    return right_value === null ? [] : [{ field: 'right_value', value: right_value, expected }];
  }
  return [
    ...(right_value === null ? [{ field: 'right_value', value: null, expected: 'the right value as JSON' }] : []),
    ...(right_value === seen ? [{ field: 'right_value', value: seen, expected: 'another value than seen' }] : []),
    ...(reason === null ? [{ field: 'reason', value: null, expected: 'the reason, with the source' }] : []),
  ];
};

const valuesAreJson: Rule<Review> = ({ seen, right_value }) => [
  ...notJson('seen', seen),
  ...(right_value === null ? [] : notJson('right_value', right_value)),
];

/** One value has one text, so that texts can be compared. */
function notJson(field: string, text: string): Finding[] {
  try {
    if (JSON.stringify(JSON.parse(text)) === text) return [];
  } catch {
    // Told below.
  }
  return [{ field, value: text, expected: 'a value as JSON without spaces, such as "police" in its marks or null' }];
}

export const reviews = defineTable({
  name: 'reviews',
  singular: 'review',
  title: 'Reviews',
  description:
    'What persons found who compared values with their sources, field by field. A field that is not here was checked by no person.',
  record: Review,
  key: ['reviewer', 'record', 'field'],
  storage: 'parts',
  rules: [wrongSaysWhatIsRight, valuesAreJson],
  none: ['right_value', 'reason'],
});
