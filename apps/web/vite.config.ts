import { writeFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import type { Adapter } from '@sveltejs/kit';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** The server of Node, before which pages that are kept are sent. */
function adapterWithKept(): Adapter {
  const node = adapter();
  return {
    ...node,
    adapt: async (builder) => {
      await node.adapt(builder);
      writeFileSync(
        'build/index.js',
        [
          "import { server } from './server/adapter-index.js';",
          "import { serveKept } from './server/kept-server.js';",
          'serveKept(server);',
          "export * from './server/adapter-index.js';",
          '',
        ].join('\n'),
      );
    },
  };
}

export default defineConfig({
  // A page has the same bytes wherever it is opened from; a static host shows it as the index of a folder.
  plugins: [sveltekit({ adapter: adapterWithKept(), paths: { relative: false } })],
  // A font within the style sheet would be loaded by every page, and the content security policy refuses it there.
  build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  // What draws PNG finds its fonts and its worker beside its own files.
  ssr: { external: ['@govexport/charts/png'] },
  environments: {
    ssr: {
      build: {
        rolldownOptions: {
          input: { 'kept-server': 'src/lib/server/host/kept-server.ts' },
          output: {
            // One style sheet for the whole site: a first page asks for one file instead of ten, and the next ones for none.
            codeSplitting: { groups: [{ name: 'styles', test: /\.css$/ }] },
          },
        },
      },
    },
  },
});
