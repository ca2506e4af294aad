import type { Page } from '@playwright/test';
import { expect, test as base } from './site-test.ts';
import { startStaticHost } from './static-host.ts';

/** The static site on a plain host; `origin` stays the site that Node serves. */
const test = base.extend<object, { host: string }>({
  host: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await startStaticHost();
      await use(site.origin);
      await site.stop();
    },
    { scope: 'worker' },
  ],
});

/** Opens a page and waits until the browser answers choices itself. */
async function openAnswered(page: Page, address: string) {
  await page.goto(address);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        if (navigator.serviceWorker.controller !== null) resolve();
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve());
      }),
  );
}

/** The content of a page: its words, and every number in full. */
async function contentOf(page: Page) {
  return {
    title: await page.title(),
    words: await page.locator('main').innerText(),
    numbers: await page.locator('main data').evaluateAll((all) => all.map((one) => (one as HTMLDataElement).value)),
  };
}

const asked = [
  '/explore?domains=security&countries=KZ',
  '/explore?q=police',
  '/statistics/share?attribute=technology_component&countries=KG,TJ',
  '/ru/statistics/frequency?by=domain&from=2010',
  '/zh/records/sources?q=police',
];

test('the browser answers a choice with the page that the Node server makes', async ({
  page,
  context,
  host,
  origin,
}) => {
  await openAnswered(page, host);
  const served = await context.newPage();
  for (const path of asked) {
    await page.goto(host + path);
    await served.goto(origin + path);
    expect(await contentOf(page), path).toEqual(await contentOf(served));
  }
});

/** Every number to twelve digits: the last bit of an exponential or a logarithm is the engine's own. */
function rounded(text: string): string {
  return text.replaceAll(/-?\d+\.\d+(?:e[-+]?\d+)?/g, (number) => Number(number).toPrecision(12));
}

test('files of a choice are those of the Node server', async ({ page, request, host, origin }) => {
  await openAnswered(page, host);
  for (const path of ['/explore.csv?countries=KG', '/statistics/trend.json?from=2010', '/charts/trend.svg?from=2010']) {
    const text = await page.evaluate(async (address) => (await fetch(address)).text(), path);
    expect(rounded(text), path).toBe(rounded(await (await request.get(origin + path)).text()));
  }
  const forExcel = await page.evaluate(async () => {
    const sent = await fetch('/explore.csv?domains=security&bom=1');
    return [...new Uint8Array(await sent.arrayBuffer()).subarray(0, 3)];
  });
  expect(forExcel).toEqual([0xef, 0xbb, 0xbf]);
  const refused = await page.evaluate(async () => {
    const response = await fetch('/charts/trend.png?from=2010');
    return { status: response.status, text: await response.text() };
  });
  expect(refused.status).toBe(406);
  expect(refused.text).toContain('any other is an SVG');
});

test('an address with a choice says what it shows until the browser can answer', async ({ page, host, origin }) => {
  await page.route('**/site-worker.js', (route) => route.abort());
  await page.goto(`${host}/statistics/frequency?by=domain`);
  await expect(page.locator('[data-waits]')).toContainText('This page shows the usual choice');
  await page.unroute('**/site-worker.js');
  await page.goto(`${host}/statistics/frequency?by=domain`);
  await expect(page).toHaveURL(`${host}/statistics/frequency?by=domain`);
  await expect(page.locator('figure .wide text').getByText('Security', { exact: true })).toBeVisible();
  expect(origin).not.toBe(host);
});

test('choices are made on the page as where Node serves it', async ({ page, host, watched }) => {
  await openAnswered(page, `${host}/statistics/frequency`);
  await page.getByText('Choose other programs').click();
  await page.getByLabel('By', { exact: true }).selectOption('Domain');
  await expect(page).toHaveURL(`${host}/statistics/frequency?by=domain`);
  await page.goto(`${host}/explore`);
  await page.locator('input[name=domains][value=security]').check();
  await expect(page).toHaveURL(`${host}/explore?domains=security`);
  expect(watched.complaints).toEqual([]);
});

test('a worker that fails to come up is tried again', async ({ page }) => {
  const site = await startStaticHost(2);
  await openAnswered(page, `${site.origin}/about/`);
  expect(await page.evaluate(async () => (await fetch('/statistics/trend.json?from=2010')).status)).toBe(200);
  await site.stop();
});

test('pages open without a network, also those never seen', async ({ page, context, host }) => {
  await openAnswered(page, `${host}/claims`);
  await context.setOffline(true);
  for (const path of ['/claims', '/programs/GX-0001', '/ru/countries/KZ', '/explore?domains=security', '/zh']) {
    await page.goto(host + path);
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).maxWidth), path).not.toBe('none');
  }
  await page.goto(`${host}/nothing/here`);
  await expect(page.getByRole('searchbox')).toHaveValue('here');
  await context.setOffline(false);
});

test('an address as people type it leads on, and one that leads nowhere offers what may be meant', async ({
  page,
  host,
}) => {
  await openAnswered(page, host);
  for (const [typed, meant] of [
    ['/programs/gx-0001', '/programs/GX-0001'],
    ['/zh/sources/s-0001', '/zh/sources/S-0001'],
    ['/ru/countries/kgz', '/ru/countries/KG'],
  ] as const) {
    expect((await page.goto(host + typed))?.status(), typed).toBe(200);
    await expect(page).toHaveURL(new RegExp(`${meant}/?$`));
  }
  expect((await page.goto(`${host}/countries/kazakstan`))?.status()).toBe(404);
  await expect(page.getByRole('listitem').getByRole('link', { name: 'Kazakhstan', exact: true })).toBeVisible();
});

test('an older copy is forgotten', async ({ page, host }) => {
  await page.goto(`${host}/robots.txt`);
  await page.evaluate(() => caches.open('govexport-older'));
  await openAnswered(page, host);
  await expect.poll(() => page.evaluate(() => caches.keys())).toHaveLength(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every kind of page is complete, and forms say what they need', async ({ page, request, host, watched }) => {
    for (const path of ['/', '/explore', '/programs/GX-0001', '/ru/statistics/trend', '/zh/data', '/charts/trend']) {
      expect((await page.goto(host + path))?.status(), path).toBe(200);
      await expect(page.locator('main :is(h1, img)').first(), path).toBeVisible();
      const policy = page.locator('meta[http-equiv="content-security-policy"]');
      await expect(policy, path).toHaveAttribute('content', /^default-src 'none'; /);
    }
    expect(watched.complaints).toEqual([]);
    // What a browser shows without scripts is hidden from tests, so that the file is read.
    const explore = await (await request.get(`${host}/explore`)).text();
    expect(explore).toContain(
      '<noscript><p>On this copy of the site, choices are computed in the browser by a script.',
    );
    for (const file of [
      '/data/programs.csv',
      '/charts/trend.png',
      '/ru/charts/trend.svg',
      '/sitemap.xml',
      '/_headers',
    ]) {
      expect((await request.get(host + file)).status(), file).toBe(200);
    }
    expect((await page.goto(`${host}/nothing/here`))?.status()).toBe(404);
    await expect(page.getByRole('searchbox')).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Kyrgyzstan' }).click();
    await expect(page).toHaveURL(/\/countries\/KG\/?$/);
  });

  for (const typed of ['/countries/kgz', '/countries/KGZ', '/countries/kg', '/zh/countries/kyrgyzstan']) {
    test(`${typed} leads to the page of the state`, async ({ page, host }) => {
      await page.goto(host + typed);
      await expect(page).toHaveURL(/\/countries\/KG\/?$/);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
});
