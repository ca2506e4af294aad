// Writes every committed file that is made from others into the package, or into the folder that is named.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { derivedData, derivedFiles, home, type DerivedFile } from './derived-files.ts';

const target = process.argv[2] ?? home;

function write({ path, text }: DerivedFile): void {
  const file = resolve(target, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

write(derivedData());
derivedFiles().forEach(write);
