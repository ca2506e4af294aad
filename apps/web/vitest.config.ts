import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

// Components are compiled as on the server: that is where every page of the site is drawn.
export default mergeConfig(
  shared,
  defineConfig({
    resolve: {
      alias: {
        // The environment of tests sets nothing, so that the site has the published dataset.
        '$app/env/private': fileURLToPath(new URL('test/no-settings.ts', import.meta.url)),
        '$app/server': fileURLToPath(new URL('test/no-request.ts', import.meta.url)),
      },
    },
    plugins: [svelte({ compilerOptions: { css: 'external' } })],
    test: { include: ['test/**/*.test.ts'] },
  }),
);
