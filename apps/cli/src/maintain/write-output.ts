import { replaceFile } from '@govexport/dataset/maintain';
import { inFileWords } from './perform.ts';

/** Writes what would have been printed to a file, whole or not at all. */
export function writeOutput(path: string, content: string | Uint8Array): Promise<void> {
  return inFileWords(() => {
    replaceFile(path, content);
    return Promise.resolve();
  });
}
