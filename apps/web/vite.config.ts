import { writeFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-node';
import type { Adapter } from '@sveltejs/kit';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** adapter-node with a server of our own, which has limits and sends the pages that are kept. */
function adapterWithServer(): Adapter {
  const node = adapter();
  return {
    ...node,
    adapt: async (builder) => {
      await node.adapt(builder);
      writeFileSync(
        'build/index.js',
        [
          "import { handler } from './handler.js';",
          '// The settings of the pages are there once the handler is.',
          "const { serveSite } = await import('./server/site-server.js');",
          'serveSite(handler);',
          '',
        ].join('\n'),
      );
    },
  };
}

export default defineConfig({
  // A page has the same bytes wherever it is opened from; a static host shows it as the index of a folder.
  plugins: [sveltekit({ adapter: adapterWithServer(), paths: { relative: false } })],
  // A font within the style sheet would be loaded by every page, and the content security policy refuses it there.
  build: { assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined) },
  // What draws PNG finds its fonts and its worker beside its own files.
  ssr: { external: ['@govexport/charts/png'] },
  environments: {
    ssr: {
      build: {
        rolldownOptions: {
          input: { 'site-server': 'src/lib/server/host/site-server.ts' },
          output: {
            // One style sheet for the whole site: a first page asks for one file instead of ten, and the next ones for none.
            codeSplitting: { groups: [{ name: 'styles', test: /\.css$/ }] },
          },
        },
      },
    },
  },
});
