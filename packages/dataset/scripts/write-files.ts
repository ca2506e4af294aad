// Writes the files of the dataset in every format to dist/files, with their checksums, and what only programs read into the
// package itself.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { distributedFiles } from '../src/derived/distributed-files.ts';
import { checksums } from '../src/derived/metadata/files.ts';
import { readDataset } from '../src/read-dataset.ts';
import { builtFiles, home, publication } from './derived-files.ts';

const folder = `${home}dist/files/`;
const dataset = readDataset(`${home}data`);
const files = await distributedFiles(dataset, publication());
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(files)) writeFileSync(`${folder}${name}`, content);
const sums = checksums(Object.entries(files).map(([path, text]) => ({ path, text })));
writeFileSync(`${folder}${sums.path}`, sums.text);
for (const { path, text } of builtFiles(dataset)) writeFileSync(`${home}${path}`, text);
