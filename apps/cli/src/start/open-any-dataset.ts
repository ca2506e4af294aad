import { publishedDataset } from '@govexport/router';
import type { Dataset } from '@govexport/schema';

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
