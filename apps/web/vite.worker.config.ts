import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDataset, publishedChanges, publishedJsonLd } from '@govexport/router/node';
import { defineConfig, type Plugin } from 'vite';
import { siteFiles, siteSettings } from './scripts/static/site-settings.ts';

// The server of the built site once more, for the browser: what it takes from Node is replaced by what a browser has, and
// its dataset stands in the file.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const settings = siteSettings(process.env);
const files = siteFiles();

/** Modules whose content is known when the worker is built. */
const contents: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  'site-contents': () => ({ version: version(), files, settings }),
  'opened-dataset': () => ({
    dataset: openDataset(settings['GOVEXPORT_DATASET']),
    changes: publishedChanges(),
    jsonLd: publishedJsonLd(),
  }),
};

/** What only Node has needs a stand-in: a worker with a part that is missing would start in no browser. */
const nothingOfNode: Plugin = {
  name: 'nothing-of-node',
  enforce: 'pre',
  resolveId(name, importer) {
    if (name.startsWith('node:'))
      throw new Error(`${importer ?? 'The worker'} imports ${name}; src/worker has no stand-in for it.`);
  },
};

const knownContents: Plugin = {
  name: 'known-contents',
  resolveId: (name) => (Object.hasOwn(contents, name) ? `\0${name}` : undefined),
  load: (name) =>
    Object.entries(contents[name.slice(1)]?.() ?? {})
      // A text is read faster than the same value as a program.
      .map(([exported, value]) => `export const ${exported} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`)
      .join('\n') || undefined,
};

/** A hash of all that the worker holds and keeps. */
function version(): string {
  const hash = createHash('sha256').update(
    JSON.stringify([files, settings, openDataset(settings['GOVEXPORT_DATASET'])]),
  );
  for (const file of globSync('{server,client}/**/*.{js,css,svg,png,webmanifest}', { cwd: here('build') }).sort()) {
    hash.update(file).update(readFileSync(here(`build/${file}`)));
  }
  return hash.digest('hex').slice(0, 12);
}

export default defineConfig({
  publicDir: false,
  plugins: [nothingOfNode, knownContents],
  resolve: {
    alias: [
      { find: 'built-server', replacement: here('build/server/server.js') },
      { find: /^(node:)?async_hooks$/, replacement: here('src/worker/async-hooks.ts') },
      { find: 'node:diagnostics_channel', replacement: here('src/worker/diagnostics-channel.ts') },
      { find: '@govexport/http/node', replacement: here('src/worker/http-node.ts') },
      { find: '@govexport/router/node', replacement: here('src/worker/router-node.ts') },
      { find: '@govexport/charts/png', replacement: here('src/worker/chart-png.ts') },
    ],
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      // One file loads no other, so that nothing asks where it lies.
      checks: { emptyImportMeta: false },
      input: here('src/worker/site-worker.ts'),
      output: { format: 'iife', codeSplitting: false, entryFileNames: 'site-worker.js' },
    },
  },
  define: { 'process.env.NODE_ENV': '"production"' },
});
