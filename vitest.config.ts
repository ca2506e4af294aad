import { defineConfig } from 'vitest/config';

/** How the tests of every package run; a package that needs more says so in a configuration of its own. */
export default defineConfig({
  test: {
    // No test changes what the next file sees, so that the files of a package load its modules once.
    isolate: false,
    // Whole processes and simulations take as long as the machine lets them; no test is about that.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/tests.json' },
  },
});
