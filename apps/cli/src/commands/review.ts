import { PartialDate, reviewedTables, ReviewerCode } from '@govexport/schema';
import { z } from 'zod';
import { folderArgument } from './arguments.ts';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const tableNames = reviewedTables.map(({ name }) => name);

const day = 'the date of the review, such as 2026-12-01';

const Input = z.strictObject({
  reviewer: ReviewerCode.describe('Code of the person who checks, such as R01; never a name.'),
  date: z
    .string({ error: day })
    .refine((text) => PartialDate.safeParse(text).success, { error: day })
    .describe('The day of the review, such as 2026-12-01.'),
  records_of: z.enum(tableNames).default('programs').describe('The table whose records are checked.'),
  order: z
    .enum(['unchecked', 'id'])
    .default('unchecked')
    .describe('unchecked: what the person began, then what nobody looked at, then the rest. id: by id.'),
  plain: z.boolean({ error: 'true or false' }).default(false).describe('Work in the terminal instead of on a page.'),
  language: z.enum(['en', 'ru', 'zh']).default('en').describe('Language of labels and definitions.'),
  port: z.int().min(0).max(65_535).default(0).describe('Port of the page; 0 for a free one.'),
  browser: z.boolean({ error: 'true or false' }).default(true).describe('Open the page in the browser of the system.'),
});

/** Lets a person check records. */
export const review: WorkCommand = {
  name: 'review',
  title: 'Check the records of a folder against their sources',
  summary:
    'Shows one record at a time: each field with its value, what it means, what is allowed, its sources and what each coder wrote. A person marks each field as right, as wrong with the right value and why, or as one of which the person cannot tell. Every mark is kept at once in reviews/ of the folder, in one file for each person; the next run goes on where this one ended. The page is on this machine alone, answers no other page, and sends nothing anywhere. Marks of other persons are not shown, so that each looks for themselves; "review status" compares them.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [folderArgument],
  examples: () => [
    'my-records --reviewer R01 --date 2026-12-01',
    'my-records --reviewer R01 --date 2026-12-01 --plain',
  ],
  perform: async (task) => {
    const { date: reviewed, records_of: table, ...rest } = checkedOptions(task, Input);
    return (await import('../maintain/review/review.ts')).review(task, { ...rest, reviewed, table });
  },
};
