import { execFileSync } from 'node:child_process';
import type { DatasetContent } from '../src/changes/dataset-content.ts';
import { versionOf } from '../src/changes/read-version.ts';
import { tarFiles } from '../src/places/read-place.ts';

/**
 * The data of the last tag that changesets made for the package.
 *
 * @param root - the folder of the repository
 * @returns null where nothing was tagged
 * @throws Error where git cannot be run
 */
export function lastTagged(root: string): DatasetContent | null {
  const tags = git(root, ['tag', '--list', '@govexport/dataset@*', '--sort=-version:refname']).toString('utf8');
  const [tag = ''] = tags.split('\n');
  if (tag === '') return null;
  return versionOf(tarFiles(git(root, ['archive', '--format=tar', `${tag}:packages/dataset`])), tag);
}

function git(cwd: string, args: readonly string[]): Buffer {
  try {
    return execFileSync('git', args, { cwd, maxBuffer: 1024 ** 3 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error('git is not on the path; give the last release as a folder, a tarball or a ZIP.', { cause: error });
  }
}
