import { canonicalContent, parseDataset, type Dataset, type DatasetFiles } from '@govexport/schema';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { DatasetError } from './dataset-error.ts';
import { deepFreeze } from './deep-freeze.ts';

/**
 * Checks the files of a dataset and returns it frozen, with the hash of its content.
 *
 * @param place - what to call the dataset in an error
 * @throws DatasetError with every problem, where a record or a reference does not fit
 */
export function assembleDataset(place: string, files: DatasetFiles): Dataset {
  const parsed = parseDataset(files);
  if (!parsed.ok) throw new DatasetError(place, parsed.problems);
  const digest = bytesToHex(sha256(utf8ToBytes(canonicalContent(parsed.tables))));
  return deepFreeze({ ...parsed.tables, sha256: digest });
}
