import { publishedDataset } from '@govexport/router';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatasetMeta, type Dataset } from '@govexport/schema';

const packed = /\.(zip|tgz|tar\.gz)$/;

/**
 * The dataset of a folder or of a packed file, or the published one.
 *
 * @param place - a folder of records, or a .zip or .tgz; empty: the published dataset
 */
export async function openAnyDataset(place: string): Promise<Dataset> {
  if (place === '') return publishedDataset();
  if (packed.test(place)) return (await import('../maintain/open-packed.ts')).openPacked(place);
  return (await import('@govexport/router/node')).openDataset(place);
}

/** What a dataset says about itself; of a folder nothing else is read. */
export async function metaOf(place: string): Promise<Dataset['meta']> {
  if (packed.test(place)) return (await openAnyDataset(place)).meta;
  return DatasetMeta.parse(JSON.parse(readFileSync(join(place, 'dataset.json'), 'utf8')));
}
