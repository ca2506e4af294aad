import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PlaceError } from '../place-error.ts';
import { isFolder } from '../read-text.ts';
import { isUnfinished, unfinishedName } from './unfinished.ts';

/**
 * Writes a file that is not there yet: whole and on the disk, or not at all. It never replaces another file.
 *
 * @throws PlaceError where there is a file of that name
 */
export function writeNewFile(path: string, content: string | Uint8Array): void {
  const part = join(dirname(path), unfinishedName(basename(path), process.pid));
  try {
    writeSynced(part, content);
    // A link, because a rename would replace a file that someone else has written meanwhile.
    linkSync(part, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new PlaceError(`${path} is there already; expected a name that is free.`);
  } finally {
    rmSync(part, { force: true });
  }
  sync(dirname(path));
}

/**
 * Writes a file in place of one of that name, if there is one: whole and on the disk, or not at all.
 *
 * @throws PlaceError where something else than a file has that name, or its folder is missing
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  // A device or a pipe would be lost.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new PlaceError(`${path} is no ordinary file; expected the name of a file.`);
  if (!isFolder(dirname(path)))
    throw new PlaceError(`${path} has no folder to lie in; expected a folder that is there.`);
  const part = join(dirname(path), unfinishedName(basename(path), process.pid));
  try {
    writeSynced(part, content);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
  sync(dirname(path));
}

/** Fills a folder aside. */
export type Fill = (folder: string) => void | Promise<void>;

/**
 * Writes a folder that is not there yet, or is empty: it is filled aside and then renamed, so that it is whole or not
 * there at all. What an earlier run that was killed has left aside is taken away.
 *
 * @param mayReplace - whether a folder that is there may be given up for the new one; not given: never
 * @throws PlaceError where something is there that must not be lost
 * @example
 * typeof writeFolder // => 'function'
 */
export async function writeFolder(folder: string, fill: Fill, mayReplace: MayReplace = never): Promise<void> {
  const place = resolve(folder);
  mkdirSync(dirname(place), { recursive: true });
  tidy(place);
  if (!mayReplace(folder)) expectFree(folder);
  const part = aside(place, '');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  try {
    await fill(part);
    syncBelow(part);
    putInPlace(part, place);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
  sync(dirname(place));
}

/** Whether the folder that is there may be given up. */
export type MayReplace = (folder: string) => boolean;

function never(): boolean {
  return false;
}

const formerly = '.former';

/** No system replaces a folder in one step: for a moment the former one stands beside, from where a next run takes it. */
function putInPlace(part: string, place: string): void {
  if (!existsSync(place)) {
    renameSync(part, place);
    return;
  }
  const former = aside(place, formerly);
  renameSync(place, former);
  renameSync(part, place);
  rmSync(former, { recursive: true });
}

/** A place beside another one, which readers leave out. */
function aside(place: string, suffix: string): string {
  return join(dirname(place), unfinishedName(`${basename(place)}${suffix}`, process.pid));
}

/**
 * Makes sure that a folder can be written.
 *
 * @throws PlaceError where it is a file, or a folder that is not empty
 */
export function expectFree(folder: string): void {
  if (!existsSync(folder)) return;
  if (!isFolder(folder)) throw new PlaceError(`${folder} is a file; expected a new folder.`);
  if (readdirSync(folder).length > 0) throw new PlaceError(`${folder} is not empty; expected a new folder.`);
}

/** Puts a former folder back that a killed run has moved aside, and takes away what else such runs have left. */
function tidy(place: string): void {
  const [former] = leftBeside(place, formerly);
  if (former !== undefined && !existsSync(place)) renameSync(former, place);
  for (const left of [...leftBeside(place, formerly), ...leftBeside(place, '')]) rmSync(left, { recursive: true });
}

/** What runs that are over have left beside a place. */
function leftBeside(place: string, suffix: string): string[] {
  const prefix = unfinishedName(`${basename(place)}${suffix}`, 0).slice(0, -1);
  return readdirSync(dirname(place))
    .filter((name) => name.startsWith(prefix) && isUnfinished(name) && !isRunning(Number(name.slice(prefix.length))))
    .map((name) => join(dirname(place), name));
}

function isRunning(process_id: number): boolean {
  try {
    return process.kill(process_id, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function writeSynced(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncBelow(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncBelow(path);
    else sync(path);
  }
  sync(folder);
}

function sync(path: string): void {
  // Windows cannot open a folder; there, the file system keeps the order by itself.
  if (process.platform === 'win32') return;
  const opened = openSync(path, 'r');
  fsyncSync(opened);
  closeSync(opened);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
