import { readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { NotReadable } from './not-readable.ts';

/**
 * The text of a file of a dataset folder.
 *
 * @throws NotReadable where it is no file, leads out of the folder or is in UTF-16
 * @throws TypeError where it is not UTF-8
 */
export function readText(folder: string, file: string): string {
  const path = join(folder, file);
  // Reading a pipe or a device would wait without end.
  if (!statSync(path).isFile()) throw new NotReadable('not a file');
  if (leadsOut(folder, file)) throw new NotReadable('a link out of the dataset');
  return decoded(readFileSync(path));
}

/**
 * Bytes as text. The byte order mark that some editors write before UTF-8 is no part of it.
 *
 * @throws NotReadable where it begins with the mark of UTF-16
 * @throws TypeError where it is not UTF-8
 */
export function decoded(content: Uint8Array): string {
  const [first = 0, second = 0] = content;
  if (first + second === 0xff + 0xfe && Math.abs(first - second) === 1)
    throw new NotReadable('text in UTF-16, to be saved in UTF-8');
  return new TextDecoder('utf-8', { fatal: true }).decode(content);
}

/** Whether an entry of a folder is a link to a place outside of it. */
export function leadsOut(folder: string, entry: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(join(folder, entry)));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/** Whether a path is a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
