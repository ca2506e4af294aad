import { publishedJsonLd } from '@govexport/router/node';
import { settings } from './settings.ts';

/** The description of the published dataset for search engines; null where the site shows a folder of one's own. */
export function jsonLd(): string | null {
  if (settings.datasetFolder !== undefined) return null;
  // Signs of HTML are written so that they stay what they are within an element.
  return publishedJsonLd().replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
}
