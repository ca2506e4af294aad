import { openDataset } from '@govexport/router/node';
import type { Locator, Page } from '@playwright/test';
import { expect, test, withoutScript } from './site-test.ts';

const dataset = openDataset();

/** What a newcomer looks for, and the links that lead there from the home page: three at most. */
const journeys: { goal: string; clicks: ((page: Page) => Locator)[]; found: (page: Page) => Promise<void> }[] = [
  {
    goal: 'the sources of one program',
    clicks: [
      (page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Explore' }),
      (page) => page.getByRole('rowheader').getByRole('link').first(),
    ],
    found: async (page) => {
      await expect(page.getByRole('region', { name: 'Sources' }).getByRole('link').first()).toBeVisible();
    },
  },
  {
    goal: 'the share of security programs with its interval',
    clicks: [(page) => page.locator('main a[href="/statistics/share?attribute=security_related"]')],
    found: async (page) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Security-related: [\d.]+%.*95% interval/);
    },
  },
  {
    goal: 'the CSV of the programs of Kyrgyzstan',
    clicks: [
      (page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Countries' }),
      (page) =>
        page
          .getByRole('main')
          .getByRole('link', { name: /^Kyrgyzstan/ })
          .first(),
    ],
    found: async (page) => {
      const link = page.getByRole('link', { name: 'All its programs as CSV' });
      const text = await (await page.request.get((await link.getAttribute('href')) ?? '')).text();
      const expected = dataset.programs.filter(({ countries }) => countries.includes('KG'));
      expect(text.trimEnd().split('\n')).toHaveLength(expected.length + 1);
    },
  },
  {
    goal: 'how to cite',
    clicks: [(page) => page.getByRole('contentinfo').getByRole('link', { name: 'Cite', exact: true })],
    found: async (page) => {
      await expect(page.getByText(dataset.sha256).first()).toBeVisible();
    },
  },
];

for (const { goal, clicks, found } of journeys) {
  for (const [way, run] of [['by mouse', test] as const, ['without a script', withoutScript] as const]) {
    run(`a newcomer finds ${goal} in ${clicks.length} clicks, ${way}`, async ({ page }) => {
      expect(clicks.length).toBeLessThanOrEqual(3);
      await page.goto('/');
      for (const click of clicks) {
        const address = page.url();
        await click(page).click();
        await expect(page).not.toHaveURL(address);
      }
      await found(page);
    });
  }

  test(`${goal} are found by keyboard alone`, async ({ page }) => {
    await page.goto('/');
    for (const click of clicks) {
      const address = page.url();
      const wanted = await click(page).evaluate((link) => link.getAttribute('href'));
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'));
        if (focused === wanted) break;
      }
      await page.keyboard.press('Enter');
      await expect(page).not.toHaveURL(address);
    }
    await found(page);
  });
}
