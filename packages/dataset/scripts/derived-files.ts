import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { csvText, tables, UsTrainingTotal, type Dataset } from '@govexport/schema';
import { derivedFiles } from '../src/derived/derived-files.ts';
import { checksums, checksumsFile, type DerivedFile } from '../src/derived/metadata/files.ts';
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

/** The README with the number of records of each table. It is part of the package, and written before the checksums. */
export function countedReadme(dataset: Dataset = readDataset(`${home}data`)): DerivedFile {
  const counts = new Map(tables.map(({ name }) => [name as string, dataset[name].length.toLocaleString('en')]));
  const text = readFileSync(`${home}README.md`, 'utf8').replace(
    /^\| `(\w+)` +\| [\d,]+ +(?=\|)/gm,
    (row, table: string) => {
      const start = row.replace(/[\d,]+ +$/, '');
      return `${start}${counts.get(table) ?? ''}`.padEnd(row.length);
    },
  );
  return { path: 'packages/dataset/README.md', text };
}

/** What the package holds as it stands: the records, what they were made from, and the history of the versions. */
export function keptFiles(): DerivedFile[] {
  const below = ['data', 'reference'].flatMap((folder) =>
    readdirSync(`${home}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/').replace(home, '')),
  );
  const paths = [...below, 'README.md', 'CHANGES.md', 'changes.json', 'ids.csv', 'statistics.json'].sort();
  return paths.map((path) => ({ path, text: readFileSync(`${home}${path}`, 'utf8') }));
}

/** Where the published dataset is kept, and what its archive holds beside the files that are made. */
export function publication(): Publication {
  const texts = keptFiles().map(({ path, text }): [string, Uint8Array] => [path, new TextEncoder().encode(text)]);
  return {
    homepage: 'https://www.npmjs.com/package/@govexport/dataset',
    code_license: 'MIT',
    texts: { 'LICENSE-DATA': readFileSync(`${root}LICENSE-DATA`), ...Object.fromEntries(texts) },
  };
}

/** What only programs read is made with each build, and stands in the package beside what is committed. */
const builtNames = ['croissant.json', 'csvw-metadata.json', 'datacite.json', 'schema-org.jsonld', checksumsFile];

/** Every file that is made of the records and stands in the package, with the checksums of all, and `CITATION.cff`. */
function madeFiles(dataset: Dataset): DerivedFile[] {
  const made = derivedFiles(dataset, publication()).filter(({ path }) => path !== checksumsFile);
  const shipped = made.filter(({ path }) => path !== 'CITATION.cff');
  return [...made, checksums([...shipped, ...keptFiles()])];
}

/** The files that each build makes; the paths are those in the package. */
export function builtFiles(dataset: Dataset): DerivedFile[] {
  return madeFiles(dataset).filter(({ path }) => builtNames.includes(path));
}

/** Every other committed file that is made; the paths are those in the repository. */
export function committedFiles(dataset: Dataset = readDataset(`${home}data`)): DerivedFile[] {
  return madeFiles(dataset)
    .filter(({ path }) => !builtNames.includes(path))
    .map(({ path, text }) => ({ path: path === 'CITATION.cff' ? path : `packages/dataset/${path}`, text }));
}
