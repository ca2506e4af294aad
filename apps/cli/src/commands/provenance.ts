import { ProvenanceKey } from '@govexport/router';
import type { AnswerCommand } from './command.ts';

/** Where the values of one record come from. */
export const provenance: AnswerCommand = {
  name: 'provenance',
  title: 'Where a record comes from',
  summary:
    'Who coded a record and where the coders differ, what releases corrected and why, and which of its values rest on a copy or on a row of another dataset.',
  reference: null,
  group: 'records',
  input: ProvenanceKey,
  arguments: [{ field: 'id', placeholder: 'ID', description: 'Id of a record of any table, such as GX-0001.' }],
  examples: () => ['GX-0001', 'TR-007 --format csv --table amendments'],
  answer: () => 'provenance',
};
