import type { Dataset } from '@govexport/schema';
import { deepFreeze } from './deep-freeze.ts';
import { bundle } from './generated/bundle.ts';

let loaded: Dataset | undefined;

/**
 * The published dataset, frozen. Works in Node and in a bundler; it reads no file and imports nothing. The records were
 * checked when the package was built, so that nothing is checked again here; `readDataset` of
 * `@govexport/dataset/node` checks the package's own folder `data` like any other. The same object is returned by every
 * call; each of its tables is read from its text when it is first asked for.
 *
 * @example
 * loadDataset().programs[0]?.id // => 'GX-0001'
 */
export function loadDataset(): Dataset {
  return (loaded ??= Object.freeze(Object.defineProperties({}, parts()) as Dataset));
}

function parts(): PropertyDescriptorMap {
  const names = Object.keys(bundle) as (keyof typeof bundle)[];
  return Object.fromEntries(names.map((name) => [name, partNamed(name)]));
}

function partNamed(name: keyof typeof bundle): PropertyDescriptor {
  let part: unknown;
  return { enumerable: true, get: () => (part ??= deepFreeze(JSON.parse(bundle[name]) as unknown)) };
}
