import { defineConfig } from 'rolldown';
import { thirdPartyLicences } from './scripts/third-party-licences.ts';

/** One file without dependencies: the published dataset, the statistics and every library are in it. */
export default defineConfig({
  input: 'src/govexport.ts',
  platform: 'node',
  tsconfig: 'tsconfig.json',
  transform: { target: 'node20' },
  plugins: [thirdPartyLicences('third-party-licences.txt')],
  output: {
    file: 'dist/govexport.js',
    format: 'esm',
    codeSplitting: false,
    banner: '#!/usr/bin/env node',
  },
});
