import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

// Components are compiled as on the server: that is where every page of the site is drawn.
export default mergeConfig(
  shared,
  defineConfig({
    plugins: [svelte({ compilerOptions: { css: 'external' } })],
    test: { include: ['test/**/*.test.ts'] },
  }),
);
