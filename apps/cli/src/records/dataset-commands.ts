import { RecordCitationInput, ViewCitationInput } from '@govexport/router';
import type { AnswerCommand } from '../command-kinds.ts';
import { codebookCommand } from './codebook-command.ts';
import { showMeta } from './show-meta.ts';
import { showCitation, showTables } from './show-tables.ts';

/** The commands for the dataset as a whole: what it holds, and how to cite it and its parts. */
export const datasetCommands: readonly AnswerCommand[] = [
  {
    name: 'tables',
    title: 'The tables, their fields and licences',
    summary: 'Every table with its number of records, its key, its licence, how to cite it, and every field.',
    reference: null,
    group: 'records',
    input: null,
    arguments: [],
    examples: () => ['--table tables', '--table fields --format csv'],
    operation: () => 'tables.list',
    ask: (caller) => caller.tables.list(),
    show: showTables,
  },
  codebookCommand,
  {
    name: 'cite',
    title: 'How to cite the dataset or a record',
    summary:
      'A citation with the version and the SHA-256 of the content: a sentence, or an entry for a reference manager. Without an id the dataset is cited.',
    reference: null,
    group: 'records',
    input: RecordCitationInput,
    arguments: [
      { field: 'id', placeholder: 'ID', description: 'Id of a record of any table, such as GX-0001.', optional: true },
    ],
    examples: () => ['--style bibtex', 'GX-0001 --accessed 2026-11-24'],
    operation: ({ id }) => (id === undefined ? 'citations.dataset' : 'citations.record'),
    ask: (caller, given) =>
      given['id'] === undefined ? caller.citations.dataset(given) : caller.citations.record(given as { id: string }),
    show: showCitation,
  },
  {
    name: 'cite view',
    title: 'How to cite the records that a filter and a search choose',
    summary: 'A citation that names the selection and the number of its records, with the version and the SHA-256.',
    reference: null,
    group: 'records',
    input: ViewCitationInput,
    arguments: [
      { field: 'table', placeholder: 'TABLE', description: 'Table whose records are chosen, such as programs.' },
      {
        field: 'query',
        placeholder: 'QUERY',
        description: 'What chooses them, as in an address: countries=KG,KZ&from=2015. Not given: every record.',
        optional: true,
      },
    ],
    examples: () => ['programs "countries=KG&from=2015"', 'transfers --style ris'],
    operation: () => 'citations.view',
    ask: (caller, given) => caller.citations.view(given),
    show: showCitation,
  },
  {
    name: 'meta',
    title: 'The dataset, its cautions and its vocabularies',
    summary: 'What the dataset says about itself, every statistic, and every vocabulary with its definitions.',
    reference: null,
    group: 'records',
    input: null,
    arguments: [],
    examples: () => ['--table about', '--format csv --table vocabularies'],
    operation: () => 'meta',
    ask: (caller) => caller.meta(),
    show: showMeta,
  },
];
