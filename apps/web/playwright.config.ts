import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/find-browser.ts';

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // Two cores: each worker has a browser and a site of its own.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // A test may walk through all pages; on a busy machine that takes a while.
  timeout: 180_000,
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    launchOptions: {
      executablePath,
      args,
      chromiumSandbox: false,
      env: { ...(process.env as Record<string, string>), ...env },
    },
  },
});
