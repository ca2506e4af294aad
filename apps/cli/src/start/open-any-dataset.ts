import { openDataset } from '@govexport/router/node';
import type { Dataset } from '@govexport/schema';

const packed = /\.(zip|tgz|tar\.gz)$/;

/**
 * The dataset of a folder or of a packed file, or the published one.
 *
 * @param place - a folder of records, or a .zip or .tgz; empty: the published dataset
 */
export async function openAnyDataset(place: string): Promise<Dataset> {
  if (!packed.test(place)) return openDataset(place);
  const { openPacked } = await import('../maintain/open-packed.ts');
  return openPacked(place);
}
