import { fileURLToPath } from 'node:url';
import { codebookMarkdown, codebookOf } from '@govexport/schema';
import { readDataset } from '../src/read-dataset.ts';
import { readUsTrainings } from '../src/read-us-trainings.ts';
import { csvText } from './csv-text.ts';
import { totalUsTrainings } from './us-training-totals.ts';

/** The folder of the package. */
export const home = fileURLToPath(new URL('..', import.meta.url));

/** A committed file that is made from others: its path in the package and how its text is made. */
export interface DerivedFile {
  readonly path: string;
  readonly text: () => string;
}

/** Every derived file, in the order in which one may need the one before. */
export const derivedFiles: readonly DerivedFile[] = [
  { path: 'data/us_training_totals.csv', text: () => csvText(totalUsTrainings(readUsTrainings())) },
  { path: 'codebook.json', text: () => `${JSON.stringify(codebook(), null, 2)}\n` },
  { path: 'codebook.md', text: () => codebookMarkdown(codebook()) },
];

function codebook() {
  return codebookOf(readDataset(`${home}data`));
}
