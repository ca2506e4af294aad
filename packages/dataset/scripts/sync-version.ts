// Carries the version that changesets gave to the package into what the dataset says of itself, and then into every
// file that is made from it.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8')) as { version: string };
const file = path('../data/dataset.json');
const line = /^ {2}"version": ".*",$/m;
const before = readFileSync(file, 'utf8');
if (!line.test(before)) throw new Error(`${file} has no line with a version.`);
writeFileSync(`${file}.part`, before.replace(line, `  "version": "${version}",`));
renameSync(`${file}.part`, file);
await import('./generate.ts');
console.log(`The dataset and every file made from it are version ${version}.`);
