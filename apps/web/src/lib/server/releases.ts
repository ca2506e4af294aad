import { publishedChanges } from '@govexport/router/node';
import type { Changes } from '@govexport/schema';
import { settings } from './settings.ts';

let published: Changes['releases'] | undefined;

/** The releases of the dataset that the site shows, the newest first; a folder of one's own has no history here. */
export function releases(): Changes['releases'] {
  if (settings.datasetFolder !== undefined) return [];
  return (published ??= publishedChanges().releases);
}
