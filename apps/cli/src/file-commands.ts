import { tables, showValue, type Table } from '@govexport/schema';
import type { FileCommand, Task } from './command-kinds.ts';
import type { Argument } from './command-words.ts';
import { commands } from './commands.ts';
import { completionScript, shells } from './files/completion.ts';
import { manualPage } from './files/manual-page.ts';
import { schemaFormats, schemaText } from './files/schema-text.ts';
import { alternative } from './suggest.ts';
import { UsageError } from './usage-error.ts';

const tableNames = tables.map(({ name }) => name);

const recordTable: Argument = { field: 'table', placeholder: 'TABLE', description: `One of ${tableNames.join(', ')}.` };

const schema: FileCommand = {
  name: 'schema',
  title: 'The schema of the records of a table',
  summary:
    'json-schema: what a record of the table must be, as JSON. table-schema: the columns of its CSV, as a Frictionless Table Schema. zod: the same as json-schema as TypeScript, to be copied into a project of its own; @govexport/schema has it with every check between fields.',
  reference: null,
  group: 'files',
  input: null,
  arguments: [recordTable],
  formats: schemaFormats,
  examples: () => ['programs', 'sources --format zod --output source.ts'],
  make: (task, format) => Promise.resolve(schemaText(tableOf(task), format as (typeof schemaFormats)[number])),
};

const exported: FileCommand = {
  name: 'export',
  title: 'A whole table as a file',
  summary:
    'Every record of a table, with the bytes that the published file of that table and format has. A list within a record is a table of its own, such as programs_countries; country_year and dyad_year are the panels. "all" is every table in one file, as xlsx or sqlite. In csv and xlsx a text that a spreadsheet would run has an apostrophe in front. sqlite needs Node 22 or later.',
  reference: null,
  group: 'files',
  input: null,
  arguments: [
    {
      field: 'table',
      placeholder: 'TABLE',
      description: `One of ${tableNames.join(', ')}; one of their lists as TABLE_LIST, country_year, dyad_year, or all.`,
    },
  ],
  formats: ['csv', 'json', 'ndjson', 'parquet', 'xlsx', 'sqlite'],
  examples: () => [
    'programs',
    'programs --format parquet --output programs.parquet',
    'all --format sqlite -o govexport.sqlite',
  ],
  make: async (task, format) => (await import('./maintain/works.ts')).exported(task, format),
};

const completion: FileCommand = {
  name: 'completion',
  title: 'A script that completes commands in a shell',
  summary:
    'Completes commands, their options, and the values of options that have a list of them. The first line of the script says how to load it.',
  reference: null,
  group: 'program',
  input: null,
  arguments: [{ field: 'shell', placeholder: 'SHELL', description: `One of ${shells.join(', ')}.` }],
  formats: [],
  examples: () => ['bash', 'fish --output ~/.config/fish/completions/govexport.fish'],
  make: (task) => Promise.resolve(completionScript(chosen(task, 'shell', shells), commands)),
};

const manual: FileCommand = {
  name: 'manual',
  title: 'The manual page, for man',
  summary: 'Every command, its options, the exit codes, the variables of the environment and the files that are read.',
  reference: null,
  group: 'program',
  input: null,
  arguments: [],
  formats: [],
  examples: () => ['', '--output govexport.1'],
  make: () => Promise.resolve(manualPage(commands)),
};

/** The commands that make a file. */
export const fileCommands: readonly FileCommand[] = [exported, schema, completion, manual];

function tableOf(task: Task): Table {
  const name = chosen(task, 'table', tableNames);
  return tables.find((table) => table.name === name) as unknown as Table;
}

/** An argument that has choices. */
function chosen<Choice extends string>({ places, command }: Task, field: string, choices: readonly Choice[]): Choice {
  const given = places[field] ?? '';
  const choice = choices.find((candidate) => candidate === given);
  if (choice !== undefined) return choice;
  throw new UsageError(`${field.toUpperCase()} is ${showValue(given)}; ${alternative(given, choices)}`, command.name);
}
