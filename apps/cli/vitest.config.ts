import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/tests.json' },
    // Each concurrent test runs a process of its own.
    maxConcurrency: 2,
  },
});
