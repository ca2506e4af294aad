import { manualPage } from '../print/manual-page.ts';
import type { FileCommand } from './command.ts';

/** The manual page. */
export const manual: FileCommand = {
  name: 'manual',
  title: 'The manual page, for man',
  summary: 'Every command, its options, the exit codes, the variables of the environment and the files that are read.',
  reference: null,
  group: 'program',
  input: null,
  arguments: [],
  formats: [],
  examples: () => ['', '--output govexport.1'],
  make: ({ words }) => Promise.resolve(manualPage(words)),
};
