import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/tests.json' },
    // Each concurrent test runs a process of its own.
    maxConcurrency: 2,
    // Whole processes take as long as the machine lets them; no test is about that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
