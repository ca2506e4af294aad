import type { WorkCommand } from './command.ts';

/** Checks whether a dataset is what was published. */
export const datasetVerify: WorkCommand = {
  name: 'dataset verify',
  title: 'Check whether a dataset is what was published',
  summary:
    'Checksums, every record against the schema, the hash of the content, the CSV made anew and compared row by row, and the published statistics computed anew. What differs is named by file, record and field. Exit code 1 where anything differs. A folder of records has none of that: its records are checked against the schema.',
  reference: null,
  group: 'folders',
  input: null,
  arguments: [
    {
      field: 'location',
      placeholder: 'PATH',
      description:
        'A package of the dataset as a folder, a .tgz or a .zip. Default: the dataset that every command uses: that of --dataset or of the variable GOVEXPORT_DATASET, else the published one.',
      optional: true,
    },
  ],
  examples: () => ['', 'govexport-dataset-1.0.0.tgz', 'node_modules/@govexport/dataset --format json'],
  perform: async (task) => (await import('../maintain/handlers.ts')).verify(task),
};
