import { readPublishedFile } from '@govexport/dataset/published-file';
import type { Changes } from '@govexport/schema';

let changes: Changes | undefined;

/**
 * The history of the published dataset, the newest release first. It is read once.
 *
 * @example
 * publishedChanges().name // => 'govexport'
 */
export function publishedChanges(): Changes {
  // It was checked when it was written.
  return (changes ??= JSON.parse(readPublishedFile('changes.json')) as Changes);
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
