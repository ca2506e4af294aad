import { fileURLToPath } from 'node:url';
import { codebookMarkdown, codebookOf, csvText, UsTrainingTotal, type Dataset } from '@govexport/schema';
import { readDataset } from '../src/read-dataset.ts';
import { readUsTrainings } from '../src/read-us-trainings.ts';
import { readmeLines } from './formats/readme.ts';
import { describeDataset } from './metadata/description.ts';
import { checksums, citation, metadataFiles } from './metadata/files.ts';
import { totalUsTrainings } from './us-training-totals.ts';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The folder of the package. */
export const home = `${root}packages/dataset/`;

/** A committed file that is made from others: its path in the repository and its text. */
export interface DerivedFile {
  readonly path: string;
  readonly text: string;
}

/** The one file of data/ that is made, from the reference data. It is written before the others are made. */
export function derivedData(): DerivedFile {
  const totals = totalUsTrainings(readUsTrainings());
  const text = csvText(Object.keys(UsTrainingTotal.shape), totals);
  return { path: 'packages/dataset/data/us_training_totals.csv', text };
}

/** Every other derived file, made from the records alone. */
export function derivedFiles(dataset: Dataset = readDataset(`${home}data`)): DerivedFile[] {
  const codebook = codebookOf(dataset);
  const description = describeDataset(dataset);
  const files = [
    { path: 'packages/dataset/codebook.json', text: `${JSON.stringify(codebook, null, 2)}\n` },
    { path: 'packages/dataset/codebook.md', text: codebookMarkdown(codebook) },
    ...description.files.map(({ path, text }) => ({ path: `packages/dataset/${path}`, text })),
    {
      path: 'packages/dataset/csv/README.txt',
      text: readmeLines(description)
        .map((line) => `${line}\n`)
        .join('\n'),
    },
    ...metadataFiles(description),
  ];
  return [...files, checksums(files), citation(description)];
}
