import type { Page } from '@playwright/test';
import { languages, pages } from './all-pages.ts';
import { axe, levels, wordsOf } from './axe.ts';
import { expect, test } from './site-test.ts';

/** What no level asks for: the names of parts that a screen reader lists tell them apart. */
const beyondLevels = { 'landmark-unique': { enabled: true } };
/** What colours decide. */
const byColour = ['color-contrast', 'link-in-text-block'];
/** What the room between things decides: opened details move apart what lies close together while they are closed. */
const byRoom = ['target-size'];

async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

for (const [at, { name, path, status }] of pages.entries()) {
  // A page is the same in every language but for its words: all is checked in one, and what words decide in one more.
  const [english, ...others] = languages;
  const other = others[at % others.length] ?? english;
  test(`${name} is accessible in English and ${other.tag} and asks nobody else for anything`, async ({
    page,
    watched,
    origin,
  }) => {
    for (const { prefix, tag } of [english, other]) {
      const response = await page.goto(prefix + path);
      expect(response?.status()).toBe(status);
      await expect(page.locator('html')).toHaveAttribute('lang', tag);
      expect(wordsOf((await axe(page).withRules(byRoom).analyze()).violations), `${tag}, closed`).toEqual([]);
      await openDetails(page);
      const builder = axe(page, beyondLevels).withTags(levels);
      const light = tag === 'en' ? builder : builder.disableRules(byColour);
      expect(wordsOf((await light.analyze()).violations), `${tag}, light`).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    // Only what colours decide differs between the themes.
    expect(wordsOf((await axe(page).withRules(byColour).analyze()).violations), `${other.tag}, dark`).toEqual([]);
    // The browser itself reports the status of an error page.
    const complaints = watched.complaints.filter((text) => status < 400 || !text.includes(`status of ${status}`));
    expect(complaints).toEqual([]);
    expect(watched.requests.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  });
}

test('nothing on a page moves after it is drawn', async ({ page }) => {
  for (const { path } of pages) {
    await page.goto(path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate(
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
    expect(shift, path).toBe(0);
  }
});

test('every page fits a narrow and a wide screen', async ({ page }) => {
  const addresses = languages.flatMap(({ prefix }) => pages.map(({ path }) => prefix + path));
  for (const address of addresses) {
    await page.goto(address);
    for (const width of [320, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, `${address} at ${width} pixels`).toBeLessThanOrEqual(0);
    }
  }
});

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

test('links of every page lead somewhere', async ({ page, origin }) => {
  const found = new Set<string>();
  for (const { path, status } of pages) {
    if (status >= 400) continue;
    await page.goto(path);
    const links = await page.locator('a[href]').evaluateAll((all) =>
      // Links within a picture are no HTML anchors, so the address is read as it is written.
      all.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href.replace(/#.*/, '')),
    );
    for (const link of links.filter((address) => address.startsWith(origin))) found.add(link);
  }
  const broken: string[] = [];
  const queue = [...found];
  const follow = async () => {
    for (let link = queue.pop(); link !== undefined; link = queue.pop()) {
      if (!(await fetch(link, { method: 'HEAD' })).ok) broken.push(link);
    }
  };
  await Promise.all(Array.from({ length: 8 }, follow));
  expect(found.size).toBeGreaterThan(150);
  expect(broken).toEqual([]);
});
