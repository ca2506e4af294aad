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
import { basename, dirname, extname, join, resolve } from 'node:path';
import { LocationError } from '../location-error.ts';
import { isFolder } from '../read-text.ts';
import { finishedName, unfinishedName } from './passed-over.ts';

/**
 * Writes a file that is not there yet: whole and on the disk, or not at all. It never replaces another file. What earlier
 * runs that were killed have left of such files in the folder is taken away.
 *
 * @throws LocationError where there is a file of that name
 */
export function writeNewFile(path: string, content: string | Uint8Array): void {
  // The next run may write a file of another name: a record takes the next id.
  sweep(dirname(path), (name) => extname(name) === extname(path));
  const part = join(dirname(path), unfinishedName(basename(path), process.pid));
  try {
    writeSynced(part, content);
    // A link, because a rename would replace a file that someone else has written meanwhile.
    linkSync(part, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new LocationError(`${path} is there already; expected a name that is free.`);
  } finally {
    rmSync(part, { force: true });
  }
  sync(dirname(path));
}

/**
 * Writes a file in place of one of that name, if there is one: whole and on the disk, or not at all. What earlier runs that
 * were killed have left of it is taken away.
 *
 * @throws LocationError where something else than a file has that name, or its folder is missing
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  // A device or a pipe would be lost.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false)
    throw new LocationError(`${path} is no ordinary file; expected the name of a file.`);
  if (!isFolder(dirname(path)))
    throw new LocationError(`${path} has no folder to lie in; expected a folder that is there.`);
  sweep(dirname(path), (name) => name === basename(path));
  const part = join(dirname(path), unfinishedName(basename(path), process.pid));
  try {
    writeSynced(part, content);
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
  sync(dirname(path));
}

/** Fills a folder aside, and tells what it is asked for. */
export type Fill<Told> = (folder: string) => Told | Promise<Told>;

/**
 * Writes a folder that is not there yet, or is empty: it is filled aside and then renamed, so that it is whole or not
 * there at all. What an earlier run that was killed has left aside is taken away.
 *
 * @returns what `fill` returns
 * @param mayReplace - whether a folder that is there may be given up for the new one; not given: never
 * @throws LocationError where something is there that must not be lost
 * @example
 * typeof writeFolder // => 'function'
 */
export async function writeFolder<Told>(
  folder: string,
  fill: Fill<Told>,
  mayReplace: MayReplace = never,
): Promise<Told> {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  tidy(target);
  if (!mayReplace(folder)) expectFree(folder);
  const part = aside(target, '');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part);
  try {
    const told = await fill(part);
    syncBelow(part);
    putAtTarget(part, target);
    sync(dirname(target));
    return told;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Whether the folder that is there may be given up. */
export type MayReplace = (folder: string) => boolean;

function never(): boolean {
  return false;
}

const formerly = '.former';

/** No system replaces a folder in one step: for a moment the former one stands beside, from where a next run takes it. */
function putAtTarget(part: string, target: string): void {
  if (!existsSync(target)) {
    renameSync(part, target);
    return;
  }
  const former = aside(target, formerly);
  renameSync(target, former);
  renameSync(part, target);
  rmSync(former, { recursive: true });
}

/** A path beside another one, which readers leave out. */
function aside(target: string, suffix: string): string {
  return join(dirname(target), unfinishedName(`${basename(target)}${suffix}`, process.pid));
}

/**
 * Makes sure that a folder can be written.
 *
 * @throws LocationError where it is a file, or a folder that is not empty
 */
export function expectFree(folder: string): void {
  if (!existsSync(folder)) return;
  if (!isFolder(folder)) throw new LocationError(`${folder} is a file; expected a new folder.`);
  if (readdirSync(folder).length > 0) throw new LocationError(`${folder} is not empty; expected a new folder.`);
}

/** Puts a former folder back that a killed run has moved aside, and takes away what else such runs have left. */
function tidy(target: string): void {
  const name = basename(target);
  const [former] = leftIn(dirname(target)).filter((left) => left.of === `${name}${formerly}`);
  if (former !== undefined && !existsSync(target)) renameSync(former.path, target);
  sweep(dirname(target), (left) => left === name || left === `${name}${formerly}`);
}

/** Takes away what runs that are over have left unfinished in a folder. */
function sweep(folder: string, isMeant: (name: string) => boolean): void {
  for (const { path, of } of leftIn(folder)) if (isMeant(of)) rmSync(path, { recursive: true, force: true });
}

/** What runs that are over have left unfinished in a folder, with the names that it should have had. */
function leftIn(folder: string): { readonly path: string; readonly of: string }[] {
  return readdirSync(folder).flatMap((name) => {
    const unfinished = finishedName(name);
    if (unfinished === null || isRunning(unfinished.process_id)) return [];
    return [{ path: join(folder, name), of: unfinished.name }];
  });
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
