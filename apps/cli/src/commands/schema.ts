import { tables, type Table } from '@govexport/schema';
import { schemaFormats, schemaText } from '../print/schema-text.ts';
import { openAnyDataset } from '../start/open-any-dataset.ts';
import { chosenArgument } from './arguments.ts';
import type { FileCommand } from './command.ts';

const tableNames = tables.map(({ name }) => name);

/** The schema of the records of a table. */
export const schema: FileCommand = {
  name: 'schema',
  title: 'The schema of the records of a table',
  summary:
    'json-schema: what a record of the table must be, as JSON. table-schema: the columns of its CSV, as a Frictionless Table Schema. zod: the same as json-schema as TypeScript, to be copied into a project of its own; @govexport/schema has it with every check between fields.',
  reference: null,
  group: 'files',
  input: null,
  arguments: [{ field: 'table', placeholder: 'TABLE', description: `One of ${tableNames.join(', ')}.` }],
  formats: schemaFormats,
  examples: () => ['programs', 'sources --format zod --output source.ts'],
  make: async (task, format) => {
    const name = chosenArgument(task, 'table', tableNames);
    const table = tables.find((one) => one.name === name) as unknown as Table;
    const dataset = await openAnyDataset(task.dataset);
    return schemaText(table, format as (typeof schemaFormats)[number], dataset);
  },
};
