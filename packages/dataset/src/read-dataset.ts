import type { Dataset } from '@govexport/schema';
import { assembleDataset } from './assemble-dataset.ts';
import { readDatasetFiles } from './read-dataset-files.ts';

/**
 * Reads a dataset folder: `dataset.json`, one record a file in `programs/` and `sources/`.
 *
 * @throws DatasetError with every problem of every file
 * @example
 * readDataset('packages/dataset/data').meta.name // => 'govexport'
 */
export function readDataset(folder: string): Dataset {
  return assembleDataset(folder, readDatasetFiles(folder));
}
