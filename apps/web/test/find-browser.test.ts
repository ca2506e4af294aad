import { expect, test } from 'vitest';
import { findBrowser, searchHere } from '../e2e/find-browser.ts';

const packaged = { executablePath: '/tmp/packaged', args: [], env: {} };
const search = (existing: string[], named?: string) => ({
  ...searchHere(named === undefined ? {} : { CHROMIUM_PATH: named }),
  exists: (path: string) => existing.includes(path),
  unpack: () => Promise.resolve(packaged),
});

test('the browser that the environment names comes first', async () => {
  const found = await findBrowser(search(['/opt/chromium', '/usr/bin/chromium'], '/opt/chromium'));
  expect(found.executablePath).toBe('/opt/chromium');
});

test('a browser that is named but missing gives way to an installed one', async () => {
  const found = await findBrowser(search(['/usr/bin/google-chrome'], '/opt/chromium'));
  expect(found.executablePath).toBe('/usr/bin/google-chrome');
});

test('the packaged browser is taken where none is installed', async () => {
  expect(await findBrowser(search([]))).toBe(packaged);
});

test('without any browser one sentence says how to install one', async () => {
  const none = { ...search([]), unpack: () => Promise.reject(new Error('it is for Linux on x64')) };
  await expect(findBrowser(none)).rejects.toThrow(
    'No Chromium was found: install one (“apt-get install chromium”, or “npx playwright install chromium”) or set ' +
      'CHROMIUM_PATH to its program; the packaged one cannot run here (it is for Linux on x64).',
  );
});
