// Registers the hash of every file of the dataset package beside the built code, so that a package of that version can be
// compared with what was published, whatever its own checksums say.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.resolve('@govexport/dataset/package.json')));
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
  readonly version: string;
  readonly files: readonly string[];
};

// Packing writes the manifest anew, and package managers add these.
const files = [...manifest.files, 'README.md', 'LICENSE'].flatMap((name) => filesBelow(join(home, name))).sort();
const hashes = Object.fromEntries(
  // A signature is made after the build.
  [...new Set(files)]
    .filter((path) => !path.endsWith('.minisig'))
    .map((path) => [
      relative(home, path).split(sep).join('/'),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
);
const registered = { [manifest.version]: hashes };
writeFileSync(new URL('../dist/published-files.json', import.meta.url), JSON.stringify(registered));

function filesBelow(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  return found.isDirectory() ? readdirSync(path).flatMap((name) => filesBelow(join(path, name))) : [path];
}
