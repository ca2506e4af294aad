import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../folders/atomic-writes.ts';
import type { LinkCheck } from './link-check.ts';

/**
 * Writes what became of addresses into the records of their sources, each file whole or not at all. What is unsettled is
 * not written, nor what was found of an address that the record no longer has.
 *
 * @returns the ids of the sources whose file changed
 */
export function fillLinks(folder: string, checks: readonly LinkCheck[]): string[] {
  return checks
    .filter(({ result }) => result !== 'unsettled')
    .filter(({ source, url, result, checked }) => {
      const path = join(folder, 'sources', `${source}.json`);
      const before = readFileSync(path, 'utf8');
      const record = JSON.parse(before) as { readonly url: string | null };
      if (record.url !== url) return false;
      const after = `${JSON.stringify({ ...record, link_status: result, link_checked: checked }, null, 2)}\n`;
      if (after === before) return false;
      replaceFile(path, after);
      return true;
    })
    .map(({ source }) => source);
}
