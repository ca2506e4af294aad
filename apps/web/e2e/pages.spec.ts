import type { Page } from '@playwright/test';
import { languages, pages } from './all-pages.ts';
import { violations } from './axe.ts';
import { expect, test } from './site-test.ts';

/** What no level asks for: the names of parts that a screen reader lists tell them apart. */
const beyondLevels = { 'landmark-unique': { enabled: true } };
/** What colours decide. */
const byColour = ['color-contrast', 'link-in-text-block'];
const withoutColour = Object.fromEntries(byColour.map((rule) => [rule, { enabled: false }]));
/** What the room between things decides: opened details move apart what lies close together while they are closed. */
const byRoom = ['target-size'];

async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** How far anything has moved since the page was drawn. */
async function movement(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle');
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What was seen before this moment is handed over with the next task.
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      }),
  );
}

/** Checks that a page is as wide as a narrow and a wide window, and gives it back its own. */
async function expectToFit(page: Page, address: string): Promise<void> {
  const own = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const width of [320, 2560]) {
    await page.setViewportSize({ width, height: 800 });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, `${address} at ${width} pixels`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(own);
}

/** Addresses of the site that a page links to. Links within a picture are no HTML anchors, so they are read as written. */
async function linksOf(page: Page, origin: string): Promise<string[]> {
  const links = await page
    .locator('a[href]')
    .evaluateAll((all) =>
      all.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href.replace(/#.*/, '')),
    );
  return links.filter((address) => address.startsWith(origin));
}

for (const [at, { name, path, status }] of pages.entries()) {
  // A page is the same in every language but for its words: all is checked in one, and what words decide in one more.
  const [english, russian, chinese] = languages;
  const [other, third] = at % 2 === 0 ? [russian, chinese] : [chinese, russian];
  test(`${name}: accessible in English and ${other.tag}, as wide as its window, still, without dead links or outside requests`, async ({
    page,
    watched,
    origin,
    followed,
  }) => {
    for (const { prefix, tag } of [english, other]) {
      const response = await page.goto(prefix + path);
      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      if (tag === 'en') expect(await movement(page), path).toBe(0);
      expect(await violations(page, { only: byRoom }), `${tag}, closed`).toEqual([]);
      await expectToFit(page, prefix + path);
      await openDetails(page);
      const rules = tag === 'en' ? beyondLevels : { ...beyondLevels, ...withoutColour };
      expect(await violations(page, { rules }), `${tag}, light`).toEqual([]);
      if (tag === 'en' && status < 400) expect(await followed.broken(await linksOf(page, origin))).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    // Only what colours decide differs between the themes.
    expect(await violations(page, { only: byColour }), `${other.tag}, dark`).toEqual([]);
    await page.goto(third.prefix + path);
    await expectToFit(page, third.prefix + path);
    // The browser itself reports the status of an error page.
    const complaints = watched.complaints.filter((text) => status < 400 || !text.includes(`status of ${status}`));
    expect(complaints).toEqual([]);
    expect(watched.requests.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  });
}

test('a long table begins folded, opens by keyboard and is printed in full', async ({ page }) => {
  await page.goto('/compare');
  const table = page.locator('main details > [role=region] table').first();
  await expect(table).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await expect(table).toBeHidden();
  await page
    .locator('main details > summary', { hasText: /Show all \d+ rows/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(table).toBeVisible();
});

test('every page is complete without a script', async ({ browser, origin }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { path } of pages) {
    await page.goto(origin + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await context.close();
});

test('every answer carries the security headers', async ({ request }) => {
  for (const path of ['/', '/nothing/here', '/statistics/trend.json', '/explore?from=soon']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('answers are sent in few bytes, and not again where a reader has them', async ({ origin }) => {
  for (const path of ['/', '/explore', '/statistics/trend.json', '/data/programs.csv', '/sitemap.xml']) {
    const plain = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBe(null);
    const text = await plain.text();
    for (const encoding of ['br', 'gzip']) {
      const few = await fetch(origin + path, { headers: { 'accept-encoding': encoding } });
      expect(few.headers.get('content-encoding'), path).toBe(encoding);
      expect(few.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
      expect(await few.text(), path).toBe(text);
      const tag = few.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[0-9a-f]+-\w+"$/);
      const again = await fetch(origin + path, { headers: { 'accept-encoding': encoding, 'if-none-match': tag } });
      expect(again.status, path).toBe(304);
    }
  }
});
