import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, searchHere, unpackPackaged } from './find-browser.ts';
import { endOfSite } from './site-server.ts';
import { expect, test } from './site-test.ts';

test('a dataset that cannot be used ends the server with its problems', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'govexport-web-'));
  await writeFile(join(folder, 'dataset.json'), '[]');
  const { code, output } = await endOfSite({ GOVEXPORT_DATASET: folder });
  await rm(folder, { recursive: true });
  expect(code).toBe(1);
  expect(output).toContain('programs is missing; expected a folder with one JSON file for each record');
  expect(output).not.toMatch(/\bat .*:\d+:\d+/);
});

test('a setting that cannot be used ends the server with one sentence', async () => {
  const { code, output } = await endOfSite({ API_ORIGIN: 'example.org' });
  expect(code).toBe(1);
  expect(output.trim()).toBe('API_ORIGIN is “example.org”; expected an origin such as https://example.org');
});

test('the packaged browser draws the site where no other is installed', async ({ origin }) => {
  const search = { ...searchHere({}), exists: () => false };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    await expect(unpackPackaged()).rejects.toThrow('it is for Linux on x64');
    return;
  }
  const { executablePath, args, env } = await findBrowser(search);
  const browser = await chromium.launch({
    executablePath,
    args,
    chromiumSandbox: false,
    env: { ...(process.env as Record<string, string>), ...env },
  });
  const page = await browser.newPage();
  await page.goto(origin);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await browser.close();
});
