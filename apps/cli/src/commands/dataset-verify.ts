import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const Input = z.strictObject({
  public_key: z
    .string()
    .min(1, { error: 'a public key of minisign, or a file with one' })
    .optional()
    .describe('Public key of minisign, or a file with one, by which the checksums of the package must be signed.'),
});

/** Checks whether a dataset is what was published. */
export const datasetVerify: WorkCommand = {
  name: 'dataset verify',
  title: 'Check whether a dataset is what was published',
  summary:
    'Checksums, every record against the schema, the hash of the content, the CSV made anew and compared row by row, and the published statistics computed anew, and the signature where there is one. What could not be checked is said, with the reason. What differs is named by file, record and field. Exit code 1 where anything differs. A folder of records has none of that: its records are checked against the schema.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [
    {
      field: 'location',
      placeholder: 'PATH',
      description:
        'A package of the dataset as a folder, a .tgz or a .zip. Default: the dataset that every command uses: that of --dataset or of the variable GOVEXPORT_DATASET, else the published one.',
      optional: true,
    },
  ],
  examples: () => [
    '',
    'govexport-dataset-1.0.0.tgz',
    'node_modules/@govexport/dataset --format json',
    'package.tgz --public-key release.pub',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).verify(task, checkedOptions(task, Input)),
};
