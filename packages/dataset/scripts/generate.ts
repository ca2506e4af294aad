// Writes every committed file that is made from others into the repository, or into the folder that is named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DerivedFile } from '../src/derived/metadata/files.ts';
import { issueForms } from './issue-forms.ts';
import { readDataset } from '../src/read-dataset.ts';
import { zenodoFile } from './zenodo.ts';
import { committedFiles, countedReadme, derivedData, home, root } from './derived-files.ts';

const target = process.argv[2] ?? root;

function write({ path, text }: DerivedFile): void {
  const file = resolve(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

write(derivedData());
write(countedReadme());
committedFiles().forEach(write);
issueForms().forEach(write);
write(zenodoFile(readDataset(`${home}data`)));
