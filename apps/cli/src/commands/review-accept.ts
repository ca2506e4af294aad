import { ReviewerCode } from '@govexport/schema';
import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const path = z.string().min(1, { error: 'a path' });

const Input = z.strictObject({
  reviewer: ReviewerCode.optional().describe(
    'The person whose values are accepted. Not given: values on which all who give one agree.',
  ),
  corrections: path
    .optional()
    .describe('File that holds the reasons of corrections. Not given: corrections.csv beside the folder.'),
  changesets: path
    .optional()
    .describe('Folder for the changeset. Not given: .changeset of the repository, where there is one.'),
  dry_run: z
    .boolean({ error: 'true or false' })
    .default(false)
    .describe('Check the corrections and show them, and write nothing.'),
});

/** Accepts corrections. */
export const reviewAccept: WorkCommand = {
  name: 'review accept',
  title: 'Make what persons found into values of a record',
  summary:
    'Writes the right values into the record, their reasons into the file of corrections and a changeset, so that the next release tells of them in CHANGES.md. Without FIELD every correction of the record on which all agree is accepted together, as values that hang together must be. The dataset must be valid with them, or nothing is written.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [
    { field: 'record', placeholder: 'RECORD', description: 'Id of the record, such as GX-0001.' },
    {
      field: 'field',
      placeholder: 'FIELD',
      description: 'The field as a path, such as participants.low.',
      optional: true,
    },
  ],
  examples: () => ['GX-0001 sector --dataset my-records', 'GX-0001 --dataset my-records --reviewer R01 --dry-run'],
  perform: async (task) => (await import('../maintain/handlers.ts')).reviewAccept(task, checkedOptions(task, Input)),
};
