import type { Dataset } from '@govexport/schema';
import { deepFreeze } from './deep-freeze.ts';
import { bundle } from './generated/bundle.ts';

let loaded: Dataset | undefined;

/**
 * The published dataset, frozen. Works in Node and in a bundler; it reads no file and imports nothing. The records were
 * checked when the package was built, so that nothing is checked again here; `readDataset` of
 * `@govexport/dataset/node` checks the package's own folder `data` like any other. The same object is returned by every
 * call.
 *
 * @example
 * loadDataset().programs[0]?.id // => 'GX-0001'
 */
export function loadDataset(): Dataset {
  loaded ??= deepFreeze(JSON.parse(bundle) as Dataset) as Dataset;
  return loaded;
}
