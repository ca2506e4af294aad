import { loadDataset } from '@govexport/dataset';
import { readDataset } from '@govexport/dataset/node';
import type { Dataset } from '@govexport/schema';

export { DatasetError } from '@govexport/dataset/node';
export { publishedStatistics, statisticsText } from './published-statistics.ts';

/**
 * The dataset of a folder, or the published one.
 *
 * @param folder - a folder with `dataset.json`, `programs/` and `sources/`; not given or empty: the published dataset
 * @throws DatasetError with every problem of the dataset
 * @example
 * openDataset().meta.name // => 'govexport'
 */
export function openDataset(folder?: string): Dataset {
  return folder === undefined || folder === '' ? loadDataset() : readDataset(folder);
}
