import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

// What starts the browser is read as Node reads it: the settings of the site are for its build.
export default mergeConfig(shared, defineConfig({ test: { server: { deps: { external: [/\/web\/e2e\//] } } } }));
