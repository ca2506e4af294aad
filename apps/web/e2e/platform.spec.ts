import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataset } from '@govexport/router/node';
import { languages } from './all-pages.ts';
import { startSite } from './site-server.ts';
import { expect, test } from './site-test.ts';

const released = JSON.parse(
  readFileSync(new URL('../../../packages/dataset/changes.json', import.meta.url), 'utf8'),
) as { releases: { version: string; sha256: string }[] };

const dataset = openDataset();
const dist = fileURLToPath(new URL('../dist/', import.meta.url));

test('the sitemap names every page in every language, and each is there', async ({ request }) => {
  const site = await startSite({ ORIGIN: 'https://example.org' });
  const robots = await (await request.get(`${site.origin}/robots.txt`)).text();
  expect(robots).toContain('Allow: /');
  expect(robots).toContain('Sitemap: https://example.org/sitemap.xml');
  const response = await request.get(`${site.origin}/sitemap.xml`);
  expect(response.headers()['content-type']).toBe('application/xml');
  const named = [...(await response.text()).matchAll(/<loc>https:\/\/example\.org([^<]*)<\/loc>/g)];
  const paths = named.map(([, path = '']) => path);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of [
    '/explore',
    '/ru/changes',
    '/zh/programs/GX-0001',
    '/records/transfers/TR-001',
    '/methods/share',
  ]) {
    expect(paths).toContain(path);
  }
  expect(paths.length).toBeGreaterThan(languages.length * (dataset.programs.length + dataset.sources.length));
  // That each answers is seen by the static site, which asks for all of them: it has a page at every address.
  const missing = paths.filter((path) => !existsSync(join(dist, path, 'index.html')));
  expect(missing).toEqual([]);
  await site.stop();
});

test('letters come from the site, and those of the language are asked for at once', async ({ page }) => {
  for (const { prefix } of languages) {
    await page.goto(`${prefix}/about`);
    await expect(page.locator('link[rel=preload][as=font]')).toHaveCount({ '': 3, '/ru': 6, '/zh': 2 }[prefix]);
    const used = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family);
    });
    expect(new Set(used), prefix).toEqual(new Set(['Letters Sans', 'Letters Serif']));
  }
});

test('the feed holds every release and is found from every page', async ({ page, request }) => {
  await page.goto('/zh/about');
  const link = page.locator('link[type="application/atom+xml"]');
  const response = await request.get((await link.getAttribute('href')) ?? '');
  expect(response.headers()['content-type']).toContain('application/atom+xml');
  const text = await response.text();
  const isWellFormed = await page.evaluate(
    (xml) => new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror') === null,
    text,
  );
  expect(isWellFormed).toBe(true);
  // What was changed since the last release is in no release yet.
  for (const { version, sha256 } of released.releases) {
    expect(text).toContain(`<title>Version ${version}</title>`);
    expect(text).toContain(sha256);
  }
  await page.goto('/changes');
  await expect(page.getByRole('heading', { level: 2 })).toContainText([`Version ${dataset.meta.version}`]);
});

test('search engines and previews are told what the site is', async ({ page }) => {
  const site = await startSite({ ORIGIN: 'https://example.org' });
  const content = (name: string) => page.locator(`meta[property="${name}"]`).getAttribute('content');
  const here = (address: string | null) => (address ?? '').replace('https://example.org', site.origin);
  for (const path of [
    '/ru/statistics/share?attribute=security_related',
    '/zh/explore?countries=KZ',
    '/programs/GX-0001',
  ]) {
    await page.goto(site.origin + path);
    expect(await content('og:title')).toBe((await page.title()).replace(' · govexport', ''));
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(await content('og:url'), path).toBe(canonical);
    expect((await page.request.get(here(canonical))).status(), path).toBe(200);
    const drawn = await page.request.get(here(await content('og:image')));
    expect(drawn.headers()['content-type'], path).toBe('image/png');
  }
  await page.goto(site.origin);
  const described = JSON.parse(await page.locator('script[type="application/ld+json"]').innerText()) as object;
  expect(described).toMatchObject({ '@type': 'Dataset', version: dataset.meta.version });
  await site.stop();
});

test('the manifest and the rules for fetching ahead are served as what they are', async ({ page, request }) => {
  const response = await page.goto('/');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  expect((await (await request.get(href ?? '')).json()) as object).toMatchObject({ name: 'govexport' });
  const rules = response?.headers()['speculation-rules']?.replaceAll('"', '') ?? '';
  expect((await request.get(rules)).headers()['content-type']).toBe('application/speculationrules+json');
});

test('an error is reported with a text that is filled in', async ({ page }) => {
  await page.goto('/programs/GX-0001');
  const report = page.getByRole('region', { name: 'Report an error' });
  await report.getByText('The text of a report').click();
  await expect(report.getByRole('region', { name: 'Error in GX-0001' })).toContainText(dataset.sha256);
  await expect(report.getByRole('link')).toHaveCount(0);
  const site = await startSite({ REPORTS: 'https://example.org/new?kind=data' });
  await page.goto(`${site.origin}/ru/records/transfers/TR-001`);
  const link = page.getByRole('link', { name: 'Открыть заполненное сообщение' });
  const address = new URL((await link.getAttribute('href')) ?? '');
  expect(address.searchParams.get('kind')).toBe('data');
  expect(address.searchParams.get('title')).toBe('Ошибка в TR-001');
  expect(address.searchParams.get('body')).toContain('/ru/records/transfers/TR-001');
  await site.stop();
});

test('every table has a list with its file, whose search finds and pages', async ({ page, request, origin }) => {
  await page.goto('/data');
  const lists = await page
    .locator('main h2 a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(lists).toContain('/records/transfers');
  for (const path of lists.filter((list) => list !== '/explore')) {
    await page.goto(path);
    const file = await page.locator('a[download]').getAttribute('href');
    expect((await request.get(file ?? '')).status(), path).toBe(200);
  }
  await page.goto('/records/sources');
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(page.locator('tbody tr')).toHaveCount(50);
  await page.getByRole('searchbox').fill('警察');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(`${origin}/records/sources?q=${encodeURIComponent('警察')}`);
  await expect(page.locator('mark').first()).toBeVisible();
  await page.locator('tbody a').first().click();
  await expect(page).toHaveURL(/\/sources\/[A-Z]+-\d+$/);
});

test('what a stranger types for a state or a record leads to its page', async ({ request }) => {
  const meant = {
    '/countries/KGZ': '/countries/KG',
    '/countries/kg': '/countries/KG',
    '/countries/Kyrgyzstan': '/countries/KG',
    '/zh/countries/uzb': '/zh/countries/UZ',
    '/programs/gx-0001': '/programs/GX-0001',
    '/ru/sources/s-0001': '/ru/sources/S-0001',
    '/zh/records/transfers/tr-001': '/zh/records/transfers/TR-001',
  };
  for (const [typed, address] of Object.entries(meant)) {
    const response = await request.get(typed, { maxRedirects: 0 });
    expect(response.status(), typed).toBe(308);
    expect(response.headers()['location'], typed).toBe(address);
    expect((await request.get(typed)).status(), typed).toBe(200);
  }
});

test('a missing page offers a search for the words of its address', async ({ page, origin }) => {
  await page.goto('/programmes/police-training');
  await expect(page.getByRole('searchbox')).toHaveValue('police training');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(`${origin}/search?q=police+training`);
  await page.getByRole('link', { name: 'Look for “police training” among the programs' }).click();
  await expect(page.getByRole('searchbox')).toHaveValue('police training');
  await expect(page).toHaveURL(/\/explore\?q=police/);
});
