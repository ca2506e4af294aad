import { defineConfig } from 'rolldown';
import { thirdPartyLicences } from '../../scripts/third-party-licences.ts';
import { records } from './scripts/records.ts';

/**
 * No dependencies: the published dataset, the statistics and every library are in the package. The start is a small
 * file; what answers a question is another, and what only work on folders needs is loaded when it is asked for.
 */
export default defineConfig({
  input: 'src/govexport.ts',
  platform: 'node',
  tsconfig: 'tsconfig.json',
  transform: { target: 'node20' },
  plugins: [records(), thirdPartyLicences('third-party-licences.txt')],
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: 'govexport.js',
    chunkFileNames: '[name].js',
    format: 'esm',
    banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
  },
});
