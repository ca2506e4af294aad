import { tables } from '@govexport/schema';
import { z } from 'zod';
import type { WorkCommand } from './command-kinds.ts';
import type { Argument } from './command-words.ts';
import { BuildInput, ImportInput } from './folder-inputs.ts';
import { recordInput } from './record-input.ts';

const folder: Argument = {
  field: 'folder',
  placeholder: 'DIR',
  description:
    'Folder of the dataset. Default: the one of --dataset or of the variable GOVEXPORT_DATASET, else the working directory.',
  optional: true,
};

/** Their code. All of them in one file: a part of each on its own would take apart the file that answers questions. */
const works = () => import('./maintain/works.ts');

const [programs, sources] = tables;
const newRecord =
  'On a terminal it asks for what is not given, says what is allowed and refuses a wrong value at once; the interrupt key writes nothing. Otherwise every value comes by an option. What is not given is unknown; nothing is filled in but the year of the start and the recommendation, which the other values fix. The record gets the next id that was never used, is checked within its dataset, and is written whole or not at all, to the folder of --dataset, else the working directory.';

const newProgram: WorkCommand = {
  name: 'dataset new program',
  title: 'Add a program to a dataset folder',
  summary: `Writes one valid file. ${newRecord} Programs that may be the same are shown, and never merged.`,
  reference: null,
  group: 'folders',
  get input() {
    return recordInput(programs);
  },
  arguments: [],
  examples: () => [
    '--dataset my-records',
    '--title "Customs seminar, Urumqi" --description "A seminar for customs officers." --start 2014-05 --year-basis stated --domain security --confidence high --countries KZ,KG --sources S-0001 --dry-run',
  ],
  load: async () => (await works()).newProgram,
};

const newSource: WorkCommand = {
  name: 'dataset new source',
  title: 'Add a source to a dataset folder',
  summary: `Writes one valid file. ${newRecord} A dataset is valid once a program cites the source.`,
  reference: null,
  group: 'folders',
  get input() {
    return recordInput(sources);
  },
  arguments: [],
  examples: () => [
    '--dataset my-records',
    '--url https://example.org/page --publisher "Example News" --publisher-type state_media --language en --no-is-copy --accessed 2026-11-23 --access "live page"',
  ],
  load: async () => (await works()).newSource,
};

const packagePlace = 'a package of the dataset as a folder, a .tgz or a .zip';

/** The commands for people who keep a dataset. */
export const folderCommands: readonly WorkCommand[] = [
  {
    name: 'dataset validate',
    title: 'Check a dataset folder',
    summary:
      'Every problem of every file, each with the file, the field, the value and what would have been right. A valid dataset is counted, and what a person should look at is listed as warnings. Exit code 1 where there is a problem; warnings leave it at 0.',
    reference: null,
    group: 'folders',
    input: z.strictObject({}),
    arguments: [folder],
    examples: () => ['my-records', 'my-records --format csv --table problems'],
    load: async () => (await works()).validate,
  },
  newProgram,
  newSource,
  {
    name: 'dataset diff',
    title: 'Compare two versions of a dataset',
    summary:
      'Records that were added, corrected (each field with its old and its new value), merged, withdrawn or lost, tables and fields that changed, and the step of the version that this asks for. A package is read by its own codebook, a plain folder is checked. --format md prints it as Markdown.',
    reference: null,
    group: 'folders',
    input: z.strictObject({}),
    arguments: [
      {
        field: 'before',
        placeholder: 'A',
        description: `The earlier version: ${packagePlace}, or a folder of records.`,
      },
      { field: 'after', placeholder: 'B', description: 'The later version, likewise.' },
    ],
    examples: () => ['govexport-dataset-1.0.0.tgz my-records', 'old new --format csv --table corrected'],
    load: async () => (await works()).diff,
  },
  {
    name: 'dataset verify',
    title: 'Check whether a dataset is what was published',
    summary:
      'Checksums, every record against the schema, the hash of the content, the CSV made anew and compared row by row, and the published statistics computed anew. What differs is named by file, record and field. Exit code 1 where anything differs. A folder of records has none of that: its records are checked against the schema.',
    reference: null,
    group: 'folders',
    input: z.strictObject({}),
    arguments: [
      {
        field: 'place',
        placeholder: 'PLACE',
        description: `${packagePlace[0]?.toUpperCase() ?? ''}${packagePlace.slice(1)}. Default: the dataset that every command uses: that of --dataset or of the variable GOVEXPORT_DATASET, else the published one.`,
        optional: true,
      },
    ],
    examples: () => ['', 'govexport-dataset-1.0.0.tgz', 'node_modules/@govexport/dataset --format json'],
    load: async () => (await works()).verify,
  },
  {
    name: 'dataset import-csv',
    title: 'Turn a CSV of programs into a dataset folder',
    summary:
      'A row of the CSV is a program, and its sources are made from its columns. The mapping says which column is which field, what separates the values of a list, what a text stands for, how dates are written, what is the same for every row, and what the dataset says about itself. Every problem is named with its line and column, and nothing is written unless every row fits: a dataset that lacks some rows would look whole. The CSV is read as a stream, UTF-8, of at most 64 MiB, 50,000 rows and 1,000,000 characters a row. The folder is written aside and renamed: it is whole or not there.',
    reference: null,
    group: 'folders',
    input: ImportInput,
    arguments: [{ field: 'file', placeholder: 'FILE', description: 'The CSV; - for the standard input.' }],
    examples: () => ['table.csv --new-mapping mapping.json', 'table.csv --mapping mapping.json --output my-records'],
    load: async () => (await works()).importCsv,
  },
  {
    name: 'dataset build',
    title: 'Make every file of a dataset folder',
    summary:
      'Codebook, tidy CSV with long tables and panels, descriptions (Data Package, CSVW, schema.org, Croissant, DataCite, CITATION.cff), JSON, NDJSON, Parquet, SQLite, XLSX, a ZIP of the texts, and checksums. The same dataset gives the same bytes. SQLite needs Node 22; the panels need a table of countries.',
    reference: null,
    group: 'folders',
    input: BuildInput,
    arguments: [folder],
    examples: () => ['my-records --output my-files', 'my-records --output my-files --replace'],
    load: async () => (await works()).build,
  },
];
