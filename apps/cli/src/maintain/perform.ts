import {
  DatasetError,
  expectDatasetFolder,
  LocationError,
  readDataset,
  replaceFile,
} from '@govexport/dataset/maintain';
import type { Dataset } from '@govexport/schema';
import type { Done, Task } from '../commands/command.ts';
import { FileFailure } from '../args/failures.ts';

/** Work whose failures on files end in one sentence. */
export function onFiles<Given extends unknown[]>(
  work: (...given: Given) => Promise<Done>,
): (...given: Given) => Promise<Done> {
  return (...given) => inFileWords(() => work(...given));
}

/** Does what may fail on files. Such a failure has one sentence. */
export async function inFileWords<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof LocationError) throw new FileFailure(error.message);
    if (isSystemError(error)) throw new FileFailure(systemWords(error));
    throw error;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function systemWords({ path = 'A file', code = 'unknown failure' }: NodeJS.ErrnoException): string {
  return code === 'ENOENT' ? `${path} is not there.` : `${path} cannot be read or written (${code}).`;
}

/** The dataset folder that a task is about. */
export function folderOf({ places, dataset }: Task): string {
  const { folder = dataset } = places;
  return folder === '' ? '.' : folder;
}

/** The dataset of a folder, or everything that is wrong with it. */
export function readFolder(folder: string): Dataset | DatasetError {
  expectDatasetFolder(folder);
  try {
    return readDataset(folder);
  } catch (error) {
    if (error instanceof DatasetError) return error;
    throw error;
  }
}

/** Writes what would have been printed to a file, whole or not at all. */
export function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  return inFileWords(() => {
    replaceFile(path, content);
    return Promise.resolve();
  });
}
