import { tables } from '@govexport/schema';
import type { WorkCommand } from './command.ts';
import { newRecord, recordInput } from './record-input.ts';

/** Adds a source to a dataset folder. */
export const datasetNewSource: WorkCommand = {
  name: 'dataset new source',
  title: 'Add a source to a dataset folder',
  summary: `Writes one valid file. ${newRecord} A dataset is valid once a program cites the source.`,
  reference: null,
  group: 'folders',
  get input() {
    return recordInput(tables[1]);
  },
  arguments: [],
  examples: () => [
    '--dataset my-records',
    '--url https://example.org/page --publisher "Example News" --publisher-type state_media --language en --no-is-copy --accessed 2026-11-23 --access "live page"',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).newSource(task),
};
