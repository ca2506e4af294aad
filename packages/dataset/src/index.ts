import type { Dataset } from '@govexport/schema';
import { assembleDataset } from './assemble-dataset.ts';
import { files } from './generated/files.ts';

export { DatasetError } from './dataset-error.ts';

let loaded: Dataset | undefined;

/**
 * The published dataset, checked and frozen. Works in Node and in a bundler; it reads no file. The same object is
 * returned by every call.
 *
 * @throws DatasetError where the package's own records were changed so that they no longer fit the schema
 * @example
 * loadDataset().programs[0]?.id // => 'GX-0001'
 */
export function loadDataset(): Dataset {
  loaded ??= assembleDataset('The published dataset', files);
  return loaded;
}
