import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * A file of this package, as text. A program that brings everything along in one package puts its own reading in this place.
 *
 * @example
 * JSON.parse(readPublishedFile('changes.json')).name // => 'govexport'
 */
export function readPublishedFile(name: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(`@govexport/dataset/${name}`), 'utf8');
}
