import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const Input = z.strictObject({
  headlines: z
    .boolean({ error: 'true or false' })
    .default(false)
    .describe('Compute all statistics of both, which then must be valid, and show each headline that differs.'),
});

const version = 'a package of the dataset as a folder, a .tgz or a .zip';

/** Compares two versions of a dataset. */
export const datasetDiff: WorkCommand = {
  name: 'dataset diff',
  title: 'Compare two versions of a dataset',
  summary:
    'Records that were added, corrected (each field with its old and its new value), merged, withdrawn or lost, tables and fields that changed, and the step of the version that this asks for. A package is read by its own codebook, a plain folder is checked. --format md prints it as Markdown.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [
    {
      field: 'before',
      placeholder: 'A',
      description: `The earlier version: ${version}, or a folder of records.`,
    },
    { field: 'after', placeholder: 'B', description: 'The later version, likewise.' },
  ],
  examples: () => [
    'govexport-dataset-1.0.0.tgz my-records',
    'old new --format csv --table corrected',
    'old new --headlines --format md',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).diff(task, checkedOptions(task, Input)),
};
