import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Changes } from '@govexport/schema';
import type { DatasetContent } from '../src/changes/dataset-content.ts';
import { versionOf } from '../src/changes/read-version.ts';
import { tarFiles } from '../src/locations/read-location.ts';

/**
 * The last version in `changes.json` before that of the package, whose entry is made anew where it was released before.
 *
 * @param root - the folder of the repository, with a slash at its end
 * @returns null where there is none
 */
export function lastReleased(root: string): string | null {
  const read = (name: string): unknown => JSON.parse(readFileSync(`${root}packages/dataset/${name}`, 'utf8'));
  const { version } = read('package.json') as { version: string };
  return Changes.parse(read('changes.json')).releases.find((one) => one.version !== version)?.version ?? null;
}

/**
 * The data of the last version that was released, by the tag that changesets made for it.
 *
 * @param root - the folder of the repository
 * @param version - that version; null where nothing was released
 * @returns null where nothing was released
 * @throws Error where git cannot be run, or this clone lacks the tag
 */
export function lastTagged(root: string, version: string | null): DatasetContent | null {
  if (version === null) return null;
  const tag = `@govexport/dataset@${version}`;
  if (git(root, ['tag', '--list', tag]).length === 0) {
    throw new Error(
      `changes.json says that ${version} was released, but this clone has no tag ${tag}: fetch the tags, or give the last release as a folder, a tarball or a ZIP.`,
    );
  }
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
