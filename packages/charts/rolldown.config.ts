import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'rolldown';
import { compile } from 'svelte/compiler';

/** Compiles components for the server, so that who draws with them needs no compiler. */
const components: Plugin = {
  name: 'svelte components',
  load: {
    filter: { id: /\.svelte$/ },
    handler: (id) => {
      const { js } = compile(readFileSync(id, 'utf8'), { filename: id, generate: 'server', css: 'external' });
      return { code: js.code, moduleType: 'js' };
    },
  },
};

/** What draws is one module of plain JavaScript; libraries stay outside. The site compiles the sources itself. */
export default defineConfig({
  input: {
    index: 'src/index.ts',
    standalone: 'src/standalone.ts',
    png: 'src/png.ts',
    'picture-worker': 'src/pictures/picture-worker.ts',
  },
  platform: 'node',
  tsconfig: 'tsconfig.json',
  external: /^(?![./]|[A-Za-z]:)/,
  transform: { target: 'node20' },
  plugins: [components],
  output: { dir: 'dist', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name].js', format: 'esm' },
});
