import type { Dataset } from '@govexport/schema';
import { assembleDataset } from './assemble-dataset.ts';
import { scanFolder } from './read-dataset-files.ts';
import { digestsOf } from './storage/parquet-tables.ts';

/**
 * Reads a dataset folder: `dataset.json`, and every table by its name: a folder with one JSON file a record, a CSV file, or
 * a Parquet file in `tables/`. Programs and sources must be there; any other table may be missing and is then empty. A file or folder of
 * another name is refused; a link that leads out of the folder is not followed.
 *
 * @param folder - path of the folder, absolute or from the working directory
 * @throws DatasetError with every problem of every file
 * @example
 * readDataset('data').meta.name // => 'govexport'
 */
export function readDataset(folder: string): Dataset {
  const { files, problems, parquet } = scanFolder(folder);
  return assembleDataset(folder, files, { problems, digests: digestsOf(folder, parquet) });
}
