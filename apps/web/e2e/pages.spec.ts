import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './site-test.ts';

/** One address of every kind of page, and the status it answers with. */
const pages = [
  { name: 'home', path: '/', status: 200 },
  { name: 'list of programs', path: '/programs', status: 200 },
  { name: 'filtered list', path: '/programs?domains=security&countries=KZ', status: 200 },
  { name: 'empty list', path: '/programs?from=1950&to=1951', status: 200 },
  { name: 'program', path: '/programs/GX-0001', status: 200 },
  { name: 'program left out of totals', path: '/programs/GX-0002', status: 200 },
  { name: 'source', path: '/sources/S-0001', status: 200 },
  { name: 'list of statistics', path: '/statistics', status: 200 },
  { name: 'overview', path: '/statistics/overview', status: 200 },
  { name: 'frequency', path: '/statistics/frequency', status: 200 },
  { name: 'frequency by domain', path: '/statistics/frequency?by=domain', status: 200 },
  { name: 'trend', path: '/statistics/trend', status: 200 },
  { name: 'share', path: '/statistics/share?attribute=technology_component', status: 200 },
  { name: 'composition', path: '/statistics/composition?dimension=country', status: 200 },
  { name: 'statistic of no program', path: '/statistics/trend?from=1950&to=1951', status: 200 },
  { name: 'about', path: '/about', status: 200 },
  { name: 'missing page', path: '/nothing/here', status: 404 },
  { name: 'refused query', path: '/programs?from=soon', status: 400 },
];

for (const { name, path, status } of pages) {
  test(`${name} is accessible and asks nobody else for anything`, async ({ page, watched, origin }) => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    // Legacy mode looks into no frames; the site has none, and it saves a second page.
    const axe = () => new AxeBuilder({ page }).setLegacyMode();
    const light = await axe().withTags(['wcag2a', 'wcag2aa']).analyze();
    // In the dark the same elements have other colours, and nothing else changes.
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await axe().withRules(['color-contrast', 'link-in-text-block']).analyze();
    const violations = [...light.violations, ...dark.violations];
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    // The browser itself reports the status of an error page.
    const complaints = watched.complaints.filter((text) => status < 400 || !text.includes(`status of ${status}`));
    expect(complaints).toEqual([]);
    expect(watched.requests.filter((address) => !address.startsWith(`${origin}/`))).toEqual([]);
  });
}

test('every page fits a narrow and a wide screen', async ({ page }) => {
  for (const { path } of pages) {
    await page.goto(path);
    for (const width of [320, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, `${path} at ${width} pixels`).toBeLessThanOrEqual(0);
    }
  }
});

test('every page is complete without a script', async ({ browser, origin }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const { path } of pages) {
    await page.goto(origin + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.locator('script').count()).toBe(0);
  }
  await context.close();
});

test('every answer carries the security headers', async ({ request }) => {
  for (const path of ['/', '/nothing/here', '/statistics/trend.json', '/programs?from=soon']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

test('links of every page lead somewhere', async ({ page, request, origin }) => {
  const found = new Set<string>();
  for (const { path, status } of pages) {
    if (status >= 400) continue;
    await page.goto(path);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, '')));
    for (const link of links.filter((address) => address.startsWith(origin))) found.add(link);
  }
  const broken: string[] = [];
  for (const link of found) if (!(await request.get(link)).ok()) broken.push(link);
  expect(found.size).toBeGreaterThan(60);
  expect(broken).toEqual([]);
});
