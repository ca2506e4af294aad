// Writes the checked records as one module, so that the dataset loads in a bundler and in Node without file access.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDataset } from '../src/read-dataset.ts';
import { readDatasetFiles } from '../src/read-dataset-files.ts';

const data = fileURLToPath(new URL('../data', import.meta.url));
const target = fileURLToPath(new URL('../src/generated/files.ts', import.meta.url));

readDataset(data);
// JSON.parse of a string starts faster than the same object as a literal.
const text = JSON.stringify(JSON.stringify(readDatasetFiles(data)));
const module = `import type { DatasetFiles } from '@govexport/schema';

/** The published records. Generated from data/; not edited by hand. */
export const files = JSON.parse(
  ${text},
) as DatasetFiles;
`;
mkdirSync(fileURLToPath(new URL('../src/generated', import.meta.url)), { recursive: true });
writeFileSync(`${target}.part`, module);
renameSync(`${target}.part`, target);
