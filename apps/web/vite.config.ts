import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [sveltekit({ adapter: adapter() })],
  // What draws PNG finds its fonts and its worker beside its own files.
  ssr: { external: ['@govexport/charts/png'] },
});
