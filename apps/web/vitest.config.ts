import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

// Components are compiled as on the server: that is where every page of the site is drawn.
export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: 'external' } })],
  test: {
    include: ['test/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/tests.json' },
  },
});
