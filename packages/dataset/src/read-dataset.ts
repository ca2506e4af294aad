import type { Dataset } from '@govexport/schema';
import { assembleDataset } from './assemble-dataset.ts';
import { scanFolder } from './read-dataset-files.ts';

/**
 * Reads a dataset folder: `dataset.json`, one record a file in `programs/` and `sources/`. Other files beside these are
 * left alone; a link that leads out of the folder is not followed.
 *
 * @param folder - path of the folder, absolute or from the working directory
 * @throws DatasetError with every problem of every file
 * @example
 * readDataset('data').meta.name // => 'govexport'
 */
export function readDataset(folder: string): Dataset {
  const { files, problems } = scanFolder(folder);
  return assembleDataset(folder, files, problems);
}
