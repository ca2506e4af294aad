import { fileURLToPath } from 'node:url';
import { codebookMarkdown, codebookOf, csvNameOf, csvText, UsTrainingTotal, type Dataset } from '@govexport/schema';
import { readDataset } from '../src/read-dataset.ts';
import { readUsTrainings } from '../src/read-us-trainings.ts';
import { publishedTables, tidyCsv } from './published-tables.ts';
import { totalUsTrainings } from './us-training-totals.ts';

/** The folder of the package. */
export const home = fileURLToPath(new URL('..', import.meta.url));

/** A committed file that is made from others: its path in the package and its text. */
export interface DerivedFile {
  readonly path: string;
  readonly text: string;
}

/** The one file of data/ that is made, from the reference data. It is written before the others are made. */
export function derivedData(): DerivedFile {
  const totals = totalUsTrainings(readUsTrainings());
  return { path: 'data/us_training_totals.csv', text: csvText(Object.keys(UsTrainingTotal.shape), totals) };
}

/** Every other derived file of the package, made from the records alone. */
export function derivedFiles(dataset: Dataset = readDataset(`${home}data`)): DerivedFile[] {
  const codebook = codebookOf(dataset);
  return [
    { path: 'codebook.json', text: `${JSON.stringify(codebook, null, 2)}\n` },
    { path: 'codebook.md', text: codebookMarkdown(codebook) },
    ...csvFiles(dataset),
  ];
}

function csvFiles(dataset: Dataset): DerivedFile[] {
  return publishedTables(dataset).map((published) => ({
    path: `csv/${csvNameOf(published.table)}`,
    text: tidyCsv(published),
  }));
}
