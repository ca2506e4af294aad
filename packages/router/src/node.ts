import { loadDataset } from '@govexport/dataset';
import { readPublishedFile, readDataset } from '@govexport/dataset/node';
import { Changes, type Dataset } from '@govexport/schema';
import type { Context } from './trpc.ts';

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

let changes: Changes | undefined;

/**
 * The history of the published dataset, the newest release first. It is read once.
 *
 * @example
 * publishedChanges().name // => 'govexport'
 */
export function publishedChanges(): Changes {
  return (changes ??= Changes.parse(JSON.parse(readPublishedFile('changes.json'))));
}

/**
 * What search engines read of the published dataset: its description in the words of schema.org, as JSON-LD.
 *
 * @example
 * JSON.parse(publishedJsonLd())['@type'] // => 'Dataset'
 */
export function publishedJsonLd(): string {
  return readPublishedFile('schema-org.jsonld');
}
