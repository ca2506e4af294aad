import { stat } from 'node:fs/promises';
import { EngineError } from '../engine-error.ts';

async function stampOf(file: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(file).catch((error: unknown) => {
    throw new EngineError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}`, {
      cause: error,
    });
  });
  return [size, mtimeMs, ino].join(' ');
}

/**
 * A check that files are those of now: an answer from others would be told under the name of these.
 *
 * @throws EngineError where one cannot be read; so does the check, also where one has changed
 */
export async function unchangedFiles(files: readonly string[]): Promise<() => Promise<void>> {
  const stamps = new Map<string, string>();
  for (const file of files) stamps.set(file, await stampOf(file));
  return async () => {
    for (const [file, stamp] of stamps) {
      if ((await stampOf(file)) !== stamp)
        throw new EngineError(`${file} has changed since it was opened; open it again`);
    }
  };
}
