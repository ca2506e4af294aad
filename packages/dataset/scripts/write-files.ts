// Writes the files of the dataset in every format to dist/files.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readDataset } from '../src/read-dataset.ts';
import { home } from './derived-files.ts';
import { distributedFiles } from './distributed-files.ts';

const folder = `${home}dist/files/`;
const files = await distributedFiles(readDataset(`${home}data`));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(`${folder}${name}`, content);
