import { codebookMarkdown, codebookOf, type Dataset } from '@govexport/schema';
import { readmeText } from './formats/readme.ts';
import { describeDataset } from './metadata/description.ts';
import { checksums, citation, metadataFiles, type DerivedFile } from './metadata/files.ts';
import { unpublished, type Publication } from './publication.ts';

/**
 * The texts that are made from the records alone: codebook, tidy CSV, descriptions, checksums and citation. The same
 * dataset gives the same bytes.
 *
 * @example
 * derivedFiles(loadDataset()).at(-1).path // => 'CITATION.cff'
 */
export function derivedFiles(dataset: Dataset, publication: Publication = unpublished): DerivedFile[] {
  const codebook = codebookOf(dataset);
  const description = describeDataset(dataset, publication);
  const files = [
    { path: 'codebook.json', text: `${JSON.stringify(codebook, null, 2)}\n` },
    { path: 'codebook.md', text: codebookMarkdown(codebook) },
    ...description.files.map(({ path, text }) => ({ path, text })),
    { path: 'csv/README.txt', text: readmeText(description) },
    ...metadataFiles(description),
  ];
  return [...files, checksums(files), citation(description)];
}
