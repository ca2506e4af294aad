import { flatFieldsOf, type Table } from '@govexport/schema';
import { z } from 'zod';
import { globalOptions } from '../args/global-options.ts';

/**
 * The name of the option that gives a field of a new record. A field that is called like an option of every command
 * has the word for the record before it: `format` of a program is `program_format`.
 */
export function optionNameOf(field: string, { singular }: Pick<Table, 'singular'>): string {
  return globalOptions.some(({ name }) => name === field) ? `${singular}_${field}` : field;
}

/** The input of a command that makes a record: every field but the id, as text, and whether to write it. */
export function recordInput(table: Table): z.ZodObject {
  const fields = flatFieldsOf(table.record).filter(({ name }) => name !== 'id');
  return z.strictObject({
    ...Object.fromEntries(fields.map(({ name, field }) => [optionNameOf(name, table), given(field)])),
    from_issue: z
      .string()
      .min(1, { error: 'the path of a file' })
      .optional()
      .describe(
        'File with the text of an issue that was filled in by a form: its values, unless an option gives another.',
      ),
    dry_run: z.boolean().default(false).describe('Check the record and show it, and write nothing.'),
  });
}

function given(field: z.ZodType): z.ZodType {
  const known = field instanceof z.ZodNullable ? (field.unwrap() as z.ZodType) : field;
  const written = known instanceof z.ZodArray && known.element instanceof z.ZodObject ? ' Each as “name (CODE)”.' : '';
  return known.describe(`${field.description ?? ''}${written}`).optional();
}

/** What the help says of every command that makes a record. */
export const newRecord =
  'On a terminal it asks for what is not given, says what is allowed and refuses a wrong value at once; the interrupt key writes nothing. Otherwise every value comes by an option, or from the text of an issue that --from-issue names. What is not given is unknown; nothing is filled in but the year of the start and the recommendation, which the other values fix. The record gets the next id that was never used, is checked within its dataset, and is written whole or not at all, to the folder of --dataset, else the working directory.';
