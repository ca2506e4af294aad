import { ViewCitationInput } from '@govexport/router';
import type { AnswerCommand } from './command.ts';

/** How to cite what a filter chooses. */
export const citeView: AnswerCommand = {
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
  answer: () => 'citations.view',
};
