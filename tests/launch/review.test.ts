/** The page of `govexport review` in a browser, as a person uses it: by keys. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '@govexport/web/e2e/find-browser.ts';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '@govexport/web/e2e/axe.ts';
import { startScript, type RunningScript } from './script.ts';

const records = fileURLToPath(new URL('../../apps/cli/test/dataset', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'review-page-'));
let script: RunningScript;
let browser: Browser;
let address = '';

beforeAll(async () => {
  cpSync(records, folder, { recursive: true });
  script = startScript('apps/cli/dist/govexport.js', ['review', folder, '--reviewer', 'R01', '--date', '2026-12-01']);
  while (address === '') {
    await wait(20);
    address = /http:\S+/.exec(script.printed().stderr)?.[0] ?? '';
  }
  const { executablePath, args, env } = await findBrowser();
  browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}, 120_000);

afterAll(async () => {
  await browser.close();
  script.child.kill('SIGINT');
  expect(await script.ended).toBe(0);
  rmSync(folder, { recursive: true });
});

/** Record, field and verdict of what is kept. */
function kept(): string[] {
  const file = join(folder, 'reviews/R01.csv');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  return lines.map((line) => line.split(',').slice(1, 4).join(' '));
}

/** Presses a key, and waits until another field is the current one. */
async function pressed(page: Page, key: string): Promise<string> {
  const before = await page.locator('.field.current').getAttribute('id');
  await page.keyboard.press(key);
  await page.waitForFunction((id) => ![id, undefined].includes(document.querySelector('.field.current')?.id), before);
  return (await page.locator('.field.current').getAttribute('id')) ?? '';
}

describe('the page of a review', { timeout: 120_000 }, () => {
  it('is worked by keys, each of which is kept at once', async () => {
    const page = await browser.newPage();
    const others: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(address).origin && !request.url().startsWith('data:'))
        others.push(request.url());
    });
    await page.goto(address);
    expect(await pressed(page, 'r')).toBe('field-description');
    expect(kept()).toEqual(['GX-0001 title right']);
    expect(await pressed(page, 'c')).toBe('field-start');
    await page.keyboard.press('w');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2007-13');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The page says so.');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('start cannot be "2007-13"; expected a date');
    expect(await page.locator('input[name=reason]:visible').inputValue()).toBe('The page says so.');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('2007-05');
    await page.keyboard.press('Enter');
    await page.locator('#field-end.current').waitFor();
    expect(kept()).toEqual(['GX-0001 description cannot_tell', 'GX-0001 start wrong', 'GX-0001 title right']);
    expect(await pressed(page, 'k')).toBe('field-start');
    expect(await pressed(page, 'j')).toBe('field-end');
    expect(await pressed(page, 'u')).toBe('field-start');
    expect(kept()).toHaveLength(2);
    await page.keyboard.press('n');
    await page.waitForURL(/GX-0005/);
    expect(others).toEqual([]);
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const)('has no finding of axe in %s at a width of %d, and fits it', async (colorScheme, width) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await page.goto(`${address}GX-0001`);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.close();
  });
});
