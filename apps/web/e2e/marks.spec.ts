import { openDataset } from '@govexport/router/node';
import { violations } from './axe.ts';
import { expect, test } from './site-test.ts';

/** The year of the first mark of a series; the next marks are those of the next years. */
const first = Math.min(...openDataset().programs.map(({ year }) => year));

/** Pages that hold, together, every kind of chart. */
const places = [
  '/',
  '/explore',
  '/compare',
  '/countries',
  ...['trend', 'share', 'crosstab', 'indicators', 'composition', 'hosts'].map((name) => `/statistics/${name}`),
  '/ru/statistics/frequency',
  '/zh/statistics/changepoint',
];

test('each chart is one stop of the tab key, and arrow keys walk over its marks', async ({ page }) => {
  for (const place of places) {
    await page.goto(place);
    const charts = page
      .locator('svg.govexport-chart[data-reached]:visible')
      .filter({ has: page.locator('[tabindex="0"]') });
    await expect(charts.first(), place).toBeVisible();
    const count = await charts.count();
    for (let index = 0; index < count; index += 1) {
      const chart = charts.nth(index);
      const marks = chart.locator('[data-chart-mark]');
      await expect(chart.locator('[tabindex="0"]'), place).toHaveCount(1);
      await expect(chart.locator('* > * > title'), place).toHaveCount(0);
      await marks.first().focus();
      await page.keyboard.press('End');
      await expect(marks.last(), place).toBeFocused();
      const name = (await marks.last().getAttribute('aria-label')) ?? '';
      await expect(page.getByRole('tooltip'), place).toHaveText(name);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await expect(marks.nth((await marks.count()) > 1 ? 1 : 0), place).toBeFocused();
      await expect(page.getByRole('tooltip'), place).toBeInViewport({ ratio: 1 });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('tooltip'), place).toHaveCount(0);
      await expect(chart.locator('[tabindex="0"]'), place).toBeFocused();
    }
  }
});

test('the ring around a mark is whole at the upper edge of its chart', async ({ page }) => {
  await page.goto('/statistics/trend');
  const chart = page.locator('svg[data-reached]:visible').first();
  const mark = chart.locator('[data-chart-mark]').nth(12);
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  if (box === null) throw new Error('The mark has no place');
  const clip = { x: box.x, y: box.y - 4, width: box.width, height: 3 };
  const before = await page.screenshot({ clip });
  await mark.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  expect((await page.screenshot({ clip })).equals(before)).toBe(false);
});

test('the pointer shows what a mark stands for, may rest on the box, and Escape closes it', async ({ page }) => {
  await page.goto('/statistics/trend');
  const mark = page.locator('svg[data-reached]:visible [data-chart-mark]').nth(12);
  await mark.hover();
  const tip = page.getByRole('tooltip');
  await expect(tip).toHaveText(
    new RegExp(
      String.raw`^${first + 12}\nPrograms: \d+ \(\d+\.\d+ to \d+\.\d+\)\nFitted[^:]*: \d\.\d+ \(\d\.\d+ to \d+\.\d+\)$`,
    ),
  );
  await tip.hover();
  await expect(tip).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
});

test('a finger beside a small mark means it', async ({ browser, origin }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 320, height: 640 }, baseURL: origin });
  const page = await context.newPage();
  await page.goto('/statistics/trend');
  const mark = page.locator('svg[data-reached]:visible [data-chart-mark]').first();
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  if (box === null) throw new Error('The mark has no place');
  await page.touchscreen.tap(Math.max(1, box.x - 8), box.y + box.height / 2);
  await expect(page.getByRole('tooltip')).toHaveText(new RegExp(String.raw`^${first}\nPrograms: \d+ `));
  await context.close();
});

test('marks and their box have no finding of axe and no colour of the wrong theme', async ({ page }) => {
  // Of the indicators the last years: on all of their thousand points axe is at work for minutes.
  const recent = '/statistics/indicators?from=2020';
  const parts = ['.chart', '.chart-tip'];
  for (const place of ['/', '/statistics/trend', '/statistics/crosstab', recent, '/explore']) {
    await page.goto(place);
    await page.locator('svg[data-reached]:visible [data-chart-mark]').first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tooltip')).toBeVisible();
    expect(await violations(page, {}, parts), place).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.getByRole('tooltip')).toBeVisible();
    // Only what colours decide differs between the themes.
    expect(await violations(page, { only: ['color-contrast'] }, parts), `${place}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }
});
