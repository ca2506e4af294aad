import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { parseTar } from 'nanotar';
import { isOfSystem } from '../folders/passed-over.ts';
import { LocationError } from '../location-error.ts';

/** Files by their path below a location, with slashes. */
export type LocationFiles = ReadonlyMap<string, Uint8Array>;

const largest = 1024 ** 3;

/**
 * The files of a package: of its folder, of the tarball that a registry hands out, or of a ZIP. Archives are read in
 * memory; links are not followed.
 *
 * @param location - path of a folder, or of a file that ends in .tgz, .tar.gz or .zip
 * @throws LocationError where it is none of these; BrokenArchive where it cannot be unpacked
 * @example
 * readLocation('data').has('dataset.json') // => true
 */
export function readLocation(location: string): LocationFiles {
  const stats = statSync(location, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return ofPackage(folderFiles(location));
  const read = stats?.isFile() === true ? readers.find(([ending]) => ending.test(location))?.[1] : undefined;
  if (read === undefined) {
    const found = stats === undefined ? 'is missing' : 'is no package';
    throw new LocationError(`${location} ${found}; expected a folder, a .tgz or a .zip.`);
  }
  try {
    return ofPackage(read(readFileSync(location)));
  } catch {
    throw new BrokenArchive(`${location} cannot be unpacked; expected the whole archive, unaltered.`);
  }
}

/** An archive that was altered or cut. */
export class BrokenArchive extends LocationError {}

const readers: readonly (readonly [ending: RegExp, read: (content: Uint8Array) => LocationFiles])[] = [
  [/\.(tgz|tar\.gz)$/, (content) => packageFiles(gunzipSync(content, { maxOutputLength: largest }))],
  [/\.zip$/, (content) => new Map(Object.entries(unzipSync(content)).filter(([name]) => !name.endsWith('/')))],
];

/** What an operating system has added while someone unpacked or packed it is no part of a package. */
function ofPackage(files: LocationFiles): LocationFiles {
  return new Map([...files].filter(([path]) => !path.split('/').some(isOfSystem)));
}

/** The files of a package's tarball lie in one folder, whatever its name. */
function packageFiles(tar: Uint8Array): LocationFiles {
  return new Map([...tarFiles(tar)].map(([name, data]) => [name.replace(/^[^/]*\//, ''), data]));
}

/** The files of an archive as `tar` writes it. */
export function tarFiles(tar: Uint8Array): LocationFiles {
  const files = parseTar(tar).filter(({ type }) => type === 'file');
  return new Map(files.map(({ name, data }) => [name, data ?? new Uint8Array()]));
}

function folderFiles(folder: string): LocationFiles {
  const paths = pathsBelow(folder).map((path) => relative(folder, path).split(sep).join('/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}

function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : pathsBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
