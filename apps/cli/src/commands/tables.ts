import type { AnswerCommand } from './command.ts';

/** What tables there are. */
export const tablesCommand: AnswerCommand = {
  name: 'tables',
  title: 'The tables, their fields and licences',
  summary: 'Every table with its number of records, its key, its licence, how to cite it, and every field.',
  reference: null,
  group: 'records',
  input: null,
  arguments: [],
  examples: () => ['--table tables', '--table fields --format csv'],
  answer: () => 'tables.list',
};
