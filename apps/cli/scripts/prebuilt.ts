import { openDataset, publishedStatistics } from '@govexport/router/node';
import { canonicalJson } from '@govexport/schema';
import type { Plugin } from 'rolldown';

const records = /[\\/]dataset[\\/]dist[\\/]generated[\\/]bundle\.js$/;

/**
 * Puts the records into a file of their own beside the code, which is then quick to load, and beside them the answer of
 * every statistic as it is asked by default, computed from the same records.
 */
export function prebuilt(): Plugin {
  return {
    name: 'prebuilt',
    load(id) {
      if (!records.test(id)) return null;
      const code = `import { readFileSync } from 'node:fs';
        export const bundle = readFileSync(new URL('dataset.json', import.meta.url), 'utf8');`;
      return { code, moduleType: 'js' };
    },
    async generateBundle() {
      const dataset = openDataset();
      this.emitFile({ type: 'asset', fileName: 'dataset.json', source: JSON.stringify(dataset) });
      for (const [name, answer] of Object.entries(await publishedStatistics(dataset)))
        this.emitFile({ type: 'asset', fileName: `answers/${name}.json`, source: `${canonicalJson(answer)}\n` });
    },
  };
}
