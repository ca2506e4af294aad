import { z } from 'zod';
import { CodedField } from '../claim-vocabularies.ts';
import { oneOf, RecordId, Text } from '../fields.ts';
import { CodingId } from '../program.ts';
import { defineTable } from '../table.ts';
import { strictObject } from '../strict-object.ts';

/**
 * What one coder wrote for one field of one program, before adjudication.
 *
 * @example
 * Coding.shape.value.safeParse(null).success // => true
 */
export const Coding = strictObject(() => ({
  round: z.int({ error: 'a whole number' }).min(1, { error: 'at least 1' }).describe('Round of coding, from 1.'),
  program: RecordId.describe('Id of the program.'),
  coder: z
    .string()
    .regex(/^[A-Z]{1,3}$/, { error: 'one to three capital letters' })
    .describe('The coder, by letter. Coders of this dataset are language models.'),
  coder_record: CodingId.nullable().describe(
    'Id of the coder’s own record; null where the coder was given the program.',
  ),
  field: oneOf(CodedField).describe('The field that was coded.'),
  value: Text.nullable().describe(
    'The value as the coder wrote it, in the words of that round; null where left empty.',
  ),
}));

/** One coding. */
export type Coding = z.infer<typeof Coding>;

export const codings = defineTable({
  name: 'codings',
  singular: 'coding',
  title: 'Codings',
  description:
    'Original values of independent coders before adjudication, for measures of agreement. Round 1: programs found and coded by two or more of coders A to E. Round 2: the programs of the first release coded anew by coders I and J with the revised codebook. Round 3: the programs of the second release coded by coders K and L.',
  record: Coding,
  key: ['round', 'program', 'coder', 'field'],
  references: { program: 'programs' },
  storage: 'series',
});
