import { inAscii } from '@govexport/dataset/maintain';
import { defineConfig, type Plugin } from 'rolldown';
import { thirdPartyLicences } from '../../scripts/third-party-licences.ts';

/** What has files of its own that it finds by its place, and the records: they are those of the installed package. */
const installed = [/^@govexport\/charts(\/|$)/, '@govexport/dataset', 'pino'];

const ascii: Plugin = {
  name: 'in ASCII',
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle)) if (part.type === 'chunk') part.code = inAscii(part.code);
  },
};

/**
 * The server as one file, and its worker as another. Of its thousand modules each would be kept with its source, its place and its tables of names:
 * 20 MiB more, and twice the time to start.
 */
export default defineConfig({
  input: { server: 'src/server.ts', 'statistics-worker': '@govexport/router/statistics-worker' },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: installed,
  // A module of two forms is taken as one of ECMAScript; the other one asks for its parts while it runs.
  resolve: { mainFields: ['module', 'main'] },
  transform: { target: 'node20' },
  plugins: [ascii, thirdPartyLicences('third-party-licences')],
  output: {
    dir: 'dist',
    // The worker lies beside the module that names it.
    entryFileNames: ({ name }) => (name === 'server' ? 'server.js' : 'server/[name].js'),
    chunkFileNames: 'server/[name].js',
    format: 'esm',
    // The names stay, so that the log of an unexpected error can be read.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});
