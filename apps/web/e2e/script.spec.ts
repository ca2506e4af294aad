import { gzipSync } from 'node:zlib';
import { pages } from './all-pages.ts';
import { expect, test } from './site-test.ts';

/** Most bytes of script, gzipped: what the page of the programs needs to compute, and what any other page needs. */
const most = { explore: 40_000, content: 15_000 };
/** What has no place in a browser: the server of the router, the checking of schemas, and records in a script. */
const forbidden = ['initTRPC', 'ZodError', 'stdlib', 'minisearch', 'GX-0001', 'S-0001'];

test('no page carries more script than it may, and none that belongs to the server', async ({ page, request }) => {
  for (const { path } of pages) {
    await page.goto(path);
    const sources = await page
      .locator('script[src]')
      .evaluateAll((scripts) => scripts.map((script) => script.getAttribute('src') ?? ''));
    expect(await page.locator('script:not([src]):not([type="application/ld+json"])').count(), path).toBe(0);
    let size = 0;
    for (const source of sources) {
      const text = await (await request.get(source)).text();
      expect(
        forbidden.filter((word) => text.includes(word)),
        source,
      ).toEqual([]);
      size += gzipSync(text).length;
    }
    expect(size, path).toBeGreaterThan(0);
    expect(size, path).toBeLessThanOrEqual(path.startsWith('/explore') ? most.explore : most.content);
  }
});

test('a choice of a statistic is answered as it is made, and undone by going back', async ({ page, origin }) => {
  await page.goto('/statistics/frequency');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.getByText('Choose other programs').click();
  await page.getByLabel('By', { exact: true }).focus();
  await page.getByLabel('By', { exact: true }).selectOption('Domain');
  await expect(page).toHaveURL(`${origin}/statistics/frequency?by=domain`);
  await expect(page.locator('figure .wide text').getByText('Security', { exact: true })).toBeVisible();
  await expect(page.getByLabel('By', { exact: true })).toBeFocused();
  await page.goBack();
  await expect(page.locator('figure .wide text').getByText('Security', { exact: true })).toHaveCount(0);
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test('texts that are made to be copied have a button', async ({ page, context, origin }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await page.goto('/statistics/trend?from=2007');
  await page.getByRole('button', { name: 'Copy: Command line' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('govexport trend --from 2007');
});
