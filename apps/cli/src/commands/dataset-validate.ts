import type { WorkCommand } from './command.ts';
import { folderArgument } from './arguments.ts';

/** Checks a dataset folder. */
export const datasetValidate: WorkCommand = {
  name: 'dataset validate',
  title: 'Check a dataset folder',
  summary:
    'Every problem of every file, each with the file, the field, the value and what would have been right. A valid dataset is counted, and what a person should look at is listed as warnings. Exit code 1 where there is a problem; warnings leave it at 0.',
  reference: null,
  group: 'folders',
  input: null,
  arguments: [folderArgument],
  examples: () => ['my-records', 'my-records --format csv --table problems'],
  perform: async (task) => (await import('../maintain/handlers.ts')).validate(task),
};
