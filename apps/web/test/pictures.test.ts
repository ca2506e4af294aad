import { catalogue, statisticNames } from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSite, type Site } from '../e2e/site-server.ts';

const charted = statisticNames.filter((name) => catalogue[name].chart !== null);
const own = ['timeline', 'partnership_levels', 'host_cities', 'courses', 'domains_and_states'];
const names = [...own, ...charted];
const languages = ['en', 'ru', 'zh'] as const;
const { version } = openDataset().meta;

let site: Site;
beforeAll(async () => {
  site = await startSite({ ORIGIN: 'https://govexport.example' });
});
afterAll(() => site.stop());

const pathIn = (language: string, path: string) => (language === 'en' ? path : `/${language}${path}`);
const ask = (path: string) => fetch(`${site.origin}${path}`, { headers: { accept: '*/*' } });
const textOf = async (path: string) => (await ask(path)).text();

describe.each(languages)('in %s', (language) => {
  test.each(names)('the picture of %s is the one that was looked at', async (name) => {
    const response = await ask(pathIn(language, `/charts/${name}.svg`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    await expect(await response.text()).toMatchFileSnapshot(`golden/pictures/${name}-${language}.svg`);
  });

  test.each(own)('%s is drawn narrow and in pixels', async (name) => {
    const response = await ask(pathIn(language, `/charts/${name}.png?size=narrow`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await response.arrayBuffer());
    // Two pixels for each unit: a narrow chart has 360 units and a margin.
    expect(bytes.readUInt32BE(16)).toBe(2 * 392);
  });

  test('a frame shows the chart wide and narrow, and leads to its page', async () => {
    const response = await ask(pathIn(language, '/charts/share?attribute=technology_component'));
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
    const [, target = ''] = /<a href="([^"]+)" target="_top">/.exec(page) ?? [];
    expect(target).toBe(pathIn(language, '/statistics/share?attribute=technology_component'));
    expect((await ask(target)).status).toBe(200);
    for (const size of ['wide', 'narrow']) {
      const [, image = ''] = new RegExp(`src(?:set)?="([^"]+size=${size})"`).exec(page) ?? [];
      expect(await textOf(image.replaceAll('&amp;', '&'))).toContain(`width="${size === 'wide' ? 768 : 392}"`);
    }
    expect(page).toMatch(/<img [^>]*alt="[^"]{40,}"/);
    expect(page).not.toMatch(/<script|style="/);
  });
});

test.each([
  ...['/', '/compare', '/countries', '/countries/KZ', '/limits', '/zh/countries/TM'],
  ...['/ru/statistics/trend?from=2010', '/statistics/composition?countries=KZ&dimension=domain'],
])('the frames of the charts of %s are as high as their pictures', async (path) => {
  const codes = [...(await textOf(path)).matchAll(/&lt;iframe src="([^"]+)"[^>]* height="([^"]*)"/g)];
  expect(codes.length).toBeGreaterThan(0);
  for (const [, source = '', height] of codes) {
    // Escaped twice: in the code, and in the page that shows the code.
    const address = new URL(source.replaceAll('&amp;', '&').replaceAll('&amp;', '&'));
    const picture = await textOf(`${address.pathname}.svg${address.search}`);
    expect(/<svg[^>]* height="(\d+)"/.exec(picture)?.[1], source).toBe(height);
  }
});

test('the numbers of a chart are the rows that it draws', async () => {
  const response = await ask('/charts/trend.csv?from=2018&to=2020');
  expect(response.headers.get('content-disposition')).toBe(`inline; filename="trend-${version}.csv"`);
  const [head = '', ...rows] = (await response.text()).trimEnd().split('\n');
  expect(head.split(',')[0]).toBe('year');
  expect(rows.map((row) => row.split(',')[0])).toEqual(['2018', '2019', '2020']);
});

test('a picture may be shown by other sites', async () => {
  const { headers } = await ask('/charts/trend.svg');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each([
  ['/charts/trend.svg?size=huge', 400, String.raw`size is \"huge\"; allowed is one of wide, narrow.`],
  ['/charts/timeline.svg?from=2010', 400, 'from is'],
  ['/charts/trend.svg?from=soon', 400, 'from is'],
  ['/charts/nothing.svg', 404, 'nothing'],
  ['/charts/claims.svg', 404, ''],
  ['/charts/trend.pdf', 404, ''],
])('%s is refused in a sentence', async (path, status, sentence) => {
  const response = await ask(path);
  const text = await response.text();
  expect([response.status, text]).toEqual([status, expect.stringContaining(sentence)]);
  expect(text).not.toContain('    at ');
});
