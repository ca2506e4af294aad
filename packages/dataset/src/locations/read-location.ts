import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';
import { isOfSystem } from '../folders/passed-over.ts';
import { LocationError } from '../location-error.ts';
import { archiveLimits, unzip } from './unzip.ts';

/** Files by their path below a location, with slashes. */
export type LocationFiles = ReadonlyMap<string, Uint8Array>;

/**
 * The files of a package: of its folder, of the tarball that a registry hands out, or of a ZIP, also one in which all of
 * them lie in one folder. Archives are read in memory; links are not followed.
 *
 * @param location - path of a folder, or of a file that ends in .tgz, .tar.gz or .zip
 * @throws LocationError where it is none of these; BrokenArchive where it cannot be unpacked
 * @example
 * (await readLocation('data')).has('dataset.json') // => true
 */
export async function readLocation(location: string): Promise<LocationFiles> {
  const stats = statSync(location, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return ofPackage(folderFiles(location));
  const read = stats?.isFile() === true ? readers.find(([ending]) => ending.test(location))?.[1] : undefined;
  if (read === undefined) {
    const found = stats === undefined ? 'is missing' : 'is no package';
    throw new LocationError(`${location} ${found}; expected a folder, a .tgz or a .zip.`);
  }
  try {
    return withoutFolder(ofPackage(await read(readFileSync(location))));
  } catch {
    throw new BrokenArchive(`${location} cannot be unpacked; expected the whole archive, unaltered.`);
  }
}

/** An archive that was altered or cut. */
export class BrokenArchive extends LocationError {}

const readers: readonly (readonly [
  ending: RegExp,
  read: (content: Uint8Array) => LocationFiles | Promise<LocationFiles>,
])[] = [
  [/\.(tgz|tar\.gz)$/, (content) => tarFiles(gunzipSync(content, { maxOutputLength: archiveLimits.bytes }))],
  [/\.zip$/, unzip],
];

/** What an operating system has added while someone unpacked or packed it is no part of a package. */
function ofPackage(files: LocationFiles): LocationFiles {
  return new Map([...files].filter(([path]) => !path.split('/').some(isOfSystem)));
}

/** The files of an archive may lie in one folder, whatever its name. */
function withoutFolder(files: LocationFiles): LocationFiles {
  const tops = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)));
  const [top = ''] = tops;
  return tops.size === 1 ? new Map([...files].map(([path, content]) => [path.slice(top.length), content])) : files;
}

/**
 * The files of an archive as `tar` writes it.
 *
 * @throws Error where a name stands twice, so that the content is not one
 */
export function tarFiles(tar: Uint8Array): LocationFiles {
  const files = parseTar(tar).filter(({ type }) => type === 'file');
  const byName = new Map(files.map(({ name, data }) => [name.replace(/^(\.\/)+/, ''), data ?? new Uint8Array()]));
  if (byName.size < files.length) throw new Error('a name stands twice');
  return byName;
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
