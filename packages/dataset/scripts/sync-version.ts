// Carries the version that changesets gave to the package into what the dataset says of itself and into the citation.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

function replaceIn(file: string, pattern: RegExp, text: string): void {
  const before = readFileSync(file, 'utf8');
  if (!pattern.test(before)) throw new Error(`${file} has no line that matches ${pattern.source}.`);
  writeFileSync(`${file}.part`, before.replace(pattern, text));
  renameSync(`${file}.part`, file);
}

const { version } = JSON.parse(readFileSync(path('../package.json'), 'utf8')) as { version: string };
replaceIn(path('../data/dataset.json'), /^ {2}"version": ".*",$/m, `  "version": "${version}",`);
replaceIn(path('../../../CITATION.cff'), /^version: .*$/m, `version: ${version}`);
// What is derived from the dataset carries its version too.
await import('./write-derived.ts');
console.log(`The dataset and its citation are version ${version}.`);
