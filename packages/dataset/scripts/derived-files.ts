import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvText, UsTrainingTotal, type Dataset } from '@govexport/schema';
import { derivedFiles, type DerivedFile } from '../src/derived/derived-files.ts';
import type { Publication } from '../src/derived/publication.ts';
import { readDataset } from '../src/read-dataset.ts';
import { readUsTrainings } from '../src/read-us-trainings.ts';
import { totalUsTrainings } from './us-training-totals.ts';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder of the package. */
export const home = `${root}packages/dataset/`;

/** The one file of data/ that is made, from the reference data. It is written before the others are made. */
export function derivedData(): DerivedFile {
  const totals = totalUsTrainings(readUsTrainings());
  const text = csvText(Object.keys(UsTrainingTotal.shape), totals);
  return { path: 'packages/dataset/data/us_training_totals.csv', text };
}

/** Where the published dataset is kept. */
export const publication: Publication = {
  homepage: 'https://www.npmjs.com/package/@govexport/dataset',
  code_license: 'MIT',
  texts: { 'LICENSE-DATA': readFileSync(`${root}LICENSE-DATA`) },
};

/** Every other committed file that is made, from the records alone; the paths are those in the repository. */
export function committedFiles(dataset: Dataset = readDataset(`${home}data`)): DerivedFile[] {
  return derivedFiles(dataset, publication).map(({ path, text }) => ({
    path: path === 'CITATION.cff' ? path : `packages/dataset/${path}`,
    text,
  }));
}
