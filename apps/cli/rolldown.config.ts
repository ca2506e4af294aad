import { defineConfig, type Plugin } from 'rolldown';
import { thirdPartyLicences } from '../../scripts/third-party-licences.ts';
import { inAscii } from '@govexport/dataset/maintain';
import { records } from './scripts/records.ts';

/** A library writes messages for its authors through another, which loads the network and the terminal of Node. */
const silent: Plugin = {
  name: 'silent',
  load: (id) => (/[\\/]debug[\\/]src[\\/]index\.js$/.test(id) ? 'module.exports = () => () => {};' : null),
};

/** Says of the files that they are no modules, and writes them in ASCII: an engine reads any other sign at twice the cost. */
const commonJs: Plugin = {
  name: 'common-js',
  generateBundle(_, files) {
    for (const file of Object.values(files)) if (file.type === 'chunk') file.code = inAscii(file.code);
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
  },
};

/**
 * No dependencies: the published dataset, the statistics and every library are in the package. The start is a small
 * file; what answers a question is another, and what only work on folders needs is loaded when it is asked for. Node loads
 * CommonJS, and files without comments, in less time than modules as they are written.
 */
export default defineConfig({
  input: 'src/govexport.ts',
  platform: 'node',
  tsconfig: 'tsconfig.json',
  // A library's file for Node alone may load its parts by names that no bundle can follow.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  plugins: [records(), silent, thirdPartyLicences('third-party-licences'), commonJs],
  output: {
    dir: 'dist',
    cleanDir: true,
    entryFileNames: 'govexport.js',
    chunkFileNames: '[name].js',
    format: 'cjs',
    // A file holds just what the same parts of the program need, so that no part loads what only another does.
    codeSplitting: { groups: [{ name: 'for', entriesAware: true }] },
    minify: { compress: true, mangle: false, codegen: true },
    banner: ({ isEntry }) => (isEntry ? '#!/usr/bin/env node' : ''),
  },
});
