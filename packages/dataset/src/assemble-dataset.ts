import { createHash } from 'node:crypto';
import { canonicalContent, parseDataset, type Dataset, type DatasetFiles, type Problem } from '@govexport/schema';
import { DatasetError } from './dataset-error.ts';
import { deepFreeze } from './deep-freeze.ts';

/**
 * Checks the files of a dataset and returns it frozen, with the hash of its content.
 *
 * @param location - what to call the dataset in an error
 * @param files - the records; the value of a file that could not be read is `undefined`
 * @param readingProblems - what was wrong with the files themselves
 * @throws DatasetError with every problem, where a file, a record or a reference does not fit
 */
export function assembleDataset(
  location: string,
  files: DatasetFiles,
  readingProblems: readonly Problem[] = [],
): Dataset {
  const unreadable = new Set(readingProblems.filter(({ field }) => field === '').map(({ file }) => file));
  const parsed = parseDataset(files);
  if (!parsed.ok || readingProblems.length > 0) {
    const inRecords = parsed.ok ? [] : parsed.problems.filter(({ file }) => !unreadable.has(file));
    throw new DatasetError(location, [...readingProblems, ...inRecords]);
  }
  const sha256 = createHash('sha256').update(canonicalContent(parsed.tables), 'utf8').digest('hex');
  return deepFreeze({ ...parsed.tables, sha256 });
}
