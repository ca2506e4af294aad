import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mediaType } from './media-type.ts';

/** A file that is offered for download. */
export interface PackageFile {
  /** Its path below the address of the version. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** Files of a dataset by their paths. */
export type PackageFiles = ReadonlyMap<string, PackageFile>;

/** What the build makes lies in a folder of its own; its address is the one that the package exports it under. */
const moved: Readonly<Record<string, string>> = { 'dist/files': 'files' };

/**
 * Every file of the package `@govexport/dataset` that is data and not code, byte for byte. The list is made once: an
 * address is looked up in it and never becomes a path of the file system.
 */
export function packageFiles(): PackageFiles {
  const home = fileURLToPath(new URL('.', import.meta.resolve('@govexport/dataset/package.json')));
  const { files } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { files: string[] };
  const roots = files.filter((name) => name !== 'dist').map((name) => ({ from: name, to: name }));
  const made = Object.entries(moved).map(([from, to]) => ({ from, to }));
  const found = [...roots, ...made].flatMap(({ from, to }) => filesBelow(join(home, from), to));
  return new Map(found.map((file) => [file.path, file]));
}

function filesBelow(location: string, path: string): PackageFile[] {
  const stats = statSync(location, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isDirectory()) {
    return readdirSync(location)
      .sort()
      .flatMap((name) => filesBelow(join(location, name), `${path}/${name}`));
  }
  const sha256 = createHash('sha256').update(readFileSync(location)).digest('hex');
  const read = async () => new Uint8Array(await readFile(location));
  return [{ path, bytes: stats.size, sha256, type: mediaType(path), read }];
}
