import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const place = z.string({ error: 'the path of a folder' }).min(1, { error: 'the path of a folder' });
const file = z.string().min(1, { error: 'the path of a file' });

const Input = z.strictObject({
  mapping: file.optional().describe('JSON file that says which column is which field.'),
  output: place.optional().describe('Folder to write the dataset to: a new one, or an empty one.'),
  new_mapping: file
    .optional()
    .describe('Write a mapping to begin with from the header of the CSV to this new file, and do nothing else.'),
});

/** Turns a CSV of programs into a dataset folder. */
export const datasetImportCsv: WorkCommand = {
  name: 'dataset import-csv',
  title: 'Turn a CSV of programs into a dataset folder',
  summary:
    'A row of the CSV is a program, and its sources are made from its columns. The mapping says which column is which field, what separates the values of a list, what a text stands for, how dates are written, what is the same for every row, and what the dataset says about itself. Every problem is named with its line and column, and nothing is written unless every row fits: a dataset that lacks some rows would look whole. The CSV is read as a stream, UTF-8, of at most 64 MiB, 50,000 rows and 1,000,000 characters a row. The folder is written aside and renamed: it is whole or not there.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [{ field: 'file', placeholder: 'FILE', description: 'The CSV; - for the standard input.' }],
  examples: () => ['table.csv --new-mapping mapping.json', 'table.csv --mapping mapping.json --output my-records'],
  perform: async (task) => (await import('../maintain/handlers.ts')).importCsv(task, checkedOptions(task, Input)),
};
