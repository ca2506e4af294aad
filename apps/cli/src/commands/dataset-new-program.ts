import { tables } from '@govexport/schema';
import type { WorkCommand } from './command.ts';
import { newRecord, recordInput } from './record-input.ts';

/** Adds a program to a dataset folder. */
export const datasetNewProgram: WorkCommand = {
  name: 'dataset new program',
  title: 'Add a program to a dataset folder',
  summary: `Writes one valid file. ${newRecord} Programs that may be the same are shown, and never merged.`,
  reference: null,
  group: 'folders',
  get input() {
    return recordInput(tables[0]);
  },
  arguments: [],
  examples: () => [
    '--dataset my-records',
    '--title "Customs seminar, Urumqi" --description "A seminar for customs officers." --start 2014-05 --year-basis stated --domain security --confidence high --countries KZ,KG --sources S-0001 --dry-run',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).newProgram(task),
};
