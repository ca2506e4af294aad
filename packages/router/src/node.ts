import { loadDataset } from '@govexport/dataset';
import { readDataset } from '@govexport/dataset/node';
import type { Dataset } from '@govexport/schema';
import { publishedChanges } from './published.ts';
import type { Context } from './trpc.ts';

export { DatasetError } from '@govexport/dataset/node';
export { publishedChanges, publishedJsonLd } from './published.ts';
export { statisticsProgram, type StatisticsProgram } from './statistics-program.ts';
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

/**
 * What procedures know of the dataset of a folder, or of the published one, whose history is at hand.
 *
 * @throws DatasetError with every problem of the dataset
 * @example
 * openContext().releases?.().at(-1)?.version // => '1.0.0'
 */
export function openContext(folder?: string): Context {
  const dataset = openDataset(folder);
  const own = folder === undefined || folder === '';
  return own ? { dataset, releases: () => publishedChanges().releases } : { dataset };
}
