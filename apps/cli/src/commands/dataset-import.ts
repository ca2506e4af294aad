import { z } from 'zod';
import { checkedOptions } from './checked-options.ts';
import type { WorkCommand } from './command.ts';

const place = z.string({ error: 'the path of a folder' }).min(1, { error: 'the path of a folder' });
const file = z.string().min(1, { error: 'the path of a file' });
const text = (error: string) => z.string().min(1, { error });

const Input = z.strictObject({
  mapping: file.optional().describe('JSON file that says which column is which field.'),
  output: place
    .optional()
    .describe(
      'Folder to write the dataset to: a new one, an empty one, or one that dataset init began; a mapping that says nothing about the dataset takes what that one says.',
    ),
  new_mapping: file
    .optional()
    .describe('Write a mapping to begin with, from the headers and cells of the table, to this new file.'),
  dry_run: z
    .boolean({ error: 'true or false' })
    .default(false)
    .describe('Read and check everything and show what would be written, without writing it.'),
  previous: place
    .optional()
    .describe('Folder that an earlier state of the table was imported to: programs and sources in it keep their ids.'),
  storage: z
    .enum(['records', 'parquet'])
    .optional()
    .describe(
      'How the records are stored: one JSON file each, or one Parquet file a table, which takes any number of them. Not given: as the mapping says; else records up to 5,000 rows and parquet above.',
    ),
  sheet: text('the name of a sheet').optional().describe('Sheet of a workbook. Not given: the first one with rows.'),
  encoding: text('the name of an encoding')
    .optional()
    .describe('Encoding of a text, such as windows-1251 or gb18030. Not given: found by its content, and told.'),
});

/** Turns a table of programs into a dataset folder. */
export const datasetImport: WorkCommand = {
  name: 'dataset import',
  former: 'dataset import-csv',
  title: 'Turn a table of programs into a dataset folder',
  summary:
    'A row of the table is a program, and its sources are made from its columns. The table is a CSV or TSV in any usual encoding, or a sheet of an Excel workbook; titles above the header, empty rows and columns and legends are passed over, and told. The mapping says which column is which field, what a text stands for, and what the dataset says about itself; --new-mapping proposes one. Dates, figures, names of states and words for yes and no are read as people write them in English, Russian and Chinese, where they can be read in one way only. Every problem is named with its row and column, one for each cell, and nothing is written unless every row fits: a dataset that lacks some rows would look whole. A text may have any number of rows of at most 1,000,000 characters each, read one after another; a workbook, and a table whose records are to be one file each, at most 64 MiB, and the latter 50,000 rows. The folder is written aside and renamed: it is whole or not there, and a run that was stopped can be started again.',
  reference: null,
  group: 'folders',
  input: Input,
  arguments: [
    { field: 'file', placeholder: 'FILE', description: 'The CSV, TSV or .xlsx; - for a text on the standard input.' },
  ],
  examples: () => [
    'table.csv --new-mapping mapping.json',
    'table.csv --mapping mapping.json --dry-run',
    'table.csv --mapping mapping.json --output my-records/data',
  ],
  perform: async (task) => (await import('../maintain/handlers.ts')).importTable(task, checkedOptions(task, Input)),
};
