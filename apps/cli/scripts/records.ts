import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDataset } from '@govexport/router/node';
import type { Plugin } from 'rolldown';

const bundled = /[\\/]dataset[\\/]dist[\\/]generated[\\/]bundle\.js$/;

/**
 * Puts the records into a file of their own beside the code, which is quicker to load than code, and beside them the
 * published statistics, with which `dataset verify` compares.
 */
export function records(): Plugin {
  return {
    name: 'records',
    load(id) {
      if (!bundled.test(id)) return null;
      const code = `import { readFileSync } from 'node:fs';
        export const bundle = readFileSync(new URL('dataset.json', import.meta.url), 'utf8');`;
      return { code, moduleType: 'js' };
    },
    generateBundle() {
      const statistics = fileURLToPath(import.meta.resolve('@govexport/dataset/statistics.json'));
      this.emitFile({ type: 'asset', fileName: 'dataset.json', source: JSON.stringify(openDataset()) });
      this.emitFile({ type: 'asset', fileName: 'statistics.json', source: readFileSync(statistics) });
    },
  };
}
