import { readPackageDataset } from '@govexport/dataset/maintain';
import type { Dataset } from '@govexport/schema';
import { inFileWords } from './perform.ts';

/** The dataset of a file that holds a package or a folder of records. */
export function openPacked(place: string): Promise<Dataset> {
  return inFileWords(() => readPackageDataset(place));
}
