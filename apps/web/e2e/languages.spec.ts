import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { languages, pages } from './all-pages.ts';
import { startSite } from './site-server.ts';
import { expect, test, withoutScript } from './site-test.ts';

test('the links of languages keep page and query', async ({ page, origin }) => {
  await page.goto('/statistics/share?attribute=technology_component');
  await page.getByRole('link', { name: 'Русский' }).click();
  await expect(page).toHaveURL(`${origin}/ru/statistics/share?attribute=technology_component`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/Технологическая часть: \d+,\d/);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(`${origin}/zh/statistics/share?attribute=technology_component`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${origin}/statistics/share?attribute=technology_component`);
});

withoutScript('a form stays in its language', async ({ page, origin }) => {
  await page.goto('/ru/explore');
  await page.getByRole('checkbox', { name: 'Узбекистан' }).check();
  await page.getByRole('button', { name: 'Показать программы' }).click();
  await expect(page).toHaveURL(`${origin}/ru/explore?countries=UZ`);
});

test('numbers are the same in every language', async ({ page }) => {
  const numbersOf = async (address: string, tag: string) => {
    expect((await page.goto(address))?.status(), address).toBe(200);
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    const numbers = page.locator('table[data-table] data');
    await expect(numbers.first(), address).toBeAttached();
    return numbers.evaluateAll((all) => all.map((one) => (one as HTMLDataElement).value));
  };
  for (const path of ['/statistics/overview', '/statistics/trend', '/countries/KG', '/compare']) {
    const expected = await numbersOf(path, 'en');
    for (const { prefix, tag } of languages)
      expect(await numbersOf(prefix + path, tag), prefix + path).toEqual(expected);
  }
});

test('where the address of the site is known, each page names itself and its other languages', async ({ page }) => {
  const site = await startSite({ ORIGIN: 'https://example.org' });
  await page.goto(`${site.origin}/ru/claims`);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://example.org/ru/claims');
  const alternates = await page
    .locator('link[rel=alternate][hreflang]')
    .evaluateAll((links) => links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]));
  expect(alternates).toEqual([
    ...languages.map(({ prefix, tag }) => [tag, `https://example.org${prefix}/claims`]),
    ['x-default', 'https://example.org/claims'],
  ]);
  await site.stop();
});

test('what is in English on a page in another language says so', async ({ page }) => {
  const unmarked: Record<string, string[]> = {};
  for (const { path, status } of pages) {
    if (status >= 400) continue;
    await page.goto(`/zh${path}`);
    // A run of Latin words outside of code and of marked texts would be English without saying it.
    const found = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent === null || parent.closest('[lang]:not(html), code, pre, title, desc, style')) continue;
        const text = walker.currentNode.textContent ?? '';
        if (/(\b[A-Za-z]{2,}\b[ ,]+){3}/.test(text) && !/\p{Script=Han}/u.test(text)) found.push(text.trim());
      }
      return found;
    });
    if (found.length > 0) unmarked[path] = found;
  }
  expect(unmarked).toEqual({});
});

test('the CSV files are those of the package', async ({ request }) => {
  const require = createRequire(import.meta.url);
  for (const name of ['programs', 'programs_countries', 'borders']) {
    const response = await request.get(`/data/${name}.csv`);
    expect(response.headers()['content-type']).toContain('text/csv');
    expect(await response.text()).toBe(await readFile(require.resolve(`@govexport/dataset/csv/${name}.csv`), 'utf8'));
  }
  expect((await request.get('/data/nothing.csv')).status()).toBe(404);
});
