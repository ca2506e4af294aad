import { publishedChanges } from '@govexport/router/node';
import type { Changes } from '@govexport/schema';
import { settings } from './settings.ts';

/** The releases of the dataset that the site shows, the newest first; a folder of one's own has no history here. */
export function releases(): Changes['releases'] {
  return settings.datasetFolder === undefined ? publishedChanges().releases : [];
}
