import { folderArgument } from './arguments.ts';
import type { WorkCommand } from './command.ts';

/** Compares what persons found. */
export const reviewStatus: WorkCommand = {
  name: 'review status',
  title: 'Compare what persons found in a folder',
  summary:
    'How far each person is, how often two of them give the same value, on which fields they disagree, which corrections can be accepted, and how far each record is checked. A mark of a value that was changed since is counted apart and for nothing else.',
  reference: null,
  group: 'folders',
  input: null,
  arguments: [folderArgument],
  examples: () => ['my-records', 'my-records --format csv --table disagreements'],
  perform: async (task) => (await import('../maintain/handlers.ts')).reviewStatus(task),
};
