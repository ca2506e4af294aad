import { tables } from '@govexport/schema';
import type { FileCommand } from './command.ts';

/** A whole table as a file. */
export const exportCommand: FileCommand = {
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
      description: `One of ${tables.map(({ name }) => name).join(', ')}; one of their lists as TABLE_LIST, country_year, dyad_year, or all.`,
    },
  ],
  formats: ['csv', 'json', 'ndjson', 'parquet', 'xlsx', 'sqlite'],
  examples: () => [
    'programs',
    'programs --format parquet --output programs.parquet',
    'all --format sqlite -o govexport.sqlite',
  ],
  make: async (task, format) => (await import('../maintain/handlers.ts')).exported(task, format),
};
