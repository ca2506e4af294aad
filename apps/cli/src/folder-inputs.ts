import { z } from 'zod';

const place = z.string({ error: 'the path of a folder' }).min(1, { error: 'the path of a folder' });
const file = z.string().min(1, { error: 'the path of a file' });

/** Options of `dataset import-csv`. */
export const ImportInput = z.strictObject({
  mapping: file.optional().describe('JSON file that says which column is which field.'),
  output: place.optional().describe('Folder to write the dataset to: a new one, or an empty one.'),
  new_mapping: file
    .optional()
    .describe('Write a mapping to begin with from the header of the CSV to this new file, and do nothing else.'),
});

/** Options of `dataset build`. */
export const BuildInput = z.strictObject({
  output: place.describe('Folder to write the files to: a new one, or an empty one.'),
  replace: z.boolean().default(false).describe('Replace an earlier build in that folder; any other folder is kept.'),
});
