import { createHash } from 'node:crypto';
import {
  canonicalContent,
  parseDataset,
  type Dataset,
  type DatasetFiles,
  type Problem,
  type TableName,
} from '@govexport/schema';
import { DatasetError } from './dataset-error.ts';
import { deepFreeze } from './deep-freeze.ts';

/**
 * Checks the files of a dataset and returns it frozen, with the hash of its content.
 *
 * @param location - what to call the dataset in an error
 * @param files - the records; the value of a file that could not be read is `undefined`
 * @param read - what was wrong with the files themselves, and the hashes of tables that are one file each
 * @throws DatasetError with every problem, where a file, a record or a reference does not fit
 */
export function assembleDataset(
  location: string,
  files: DatasetFiles,
  { problems: readingProblems, digests }: ReadFiles = { problems: [], digests: {} },
): Dataset {
  const unreadable = new Set(readingProblems.filter(({ field }) => field === '').map(({ file }) => file));
  const parsed = parseDataset(files);
  if (!parsed.ok || readingProblems.length > 0) {
    const inRecords = parsed.ok ? [] : parsed.problems.filter(({ file }) => !unreadable.has(file));
    throw new DatasetError(location, [...readingProblems, ...inRecords]);
  }
  return deepFreeze({ ...parsed.tables, sha256: contentHash(parsed.tables, digests) });
}

/** What is known of files that were read. */
interface ReadFiles {
  readonly problems: readonly Problem[];
  readonly digests: Digests;
}

/** SHA-256 of the Parquet files of tables. */
export type Digests = Readonly<Partial<Record<TableName, string>>>;

/**
 * The hash of the content of a dataset: of the canonical JSON of its tables, in which the hash of its file stands for a
 * table that is a Parquet file, so that nobody need read it whole.
 */
export function contentHash(content: Parameters<typeof canonicalContent>[0], digests: Digests): string {
  const hashed = Object.entries(digests).map(([name, digest]) => [name, [digest]] as const);
  const text = canonicalContent({ ...content, ...Object.fromEntries(hashed) });
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
