import { RecordCitationInput } from '@govexport/router';
import type { AnswerCommand } from './command.ts';

/** How to cite the dataset or a record. */
export const cite: AnswerCommand = {
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
  answer: ({ id }) => (id === undefined ? 'citations.dataset' : 'citations.record'),
};
