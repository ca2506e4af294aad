import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import lighthouse from 'lighthouse';
import { startSite } from '@govexport/web/e2e/site-server.ts';
import { startBrowser } from './browser.ts';
import { hasWrk } from '../api/load.ts';
import { keptPages } from './kept-pages.ts';
import { reportOf, type PageFigures } from './report.ts';

const pages = [
  { name: 'home', path: '/' },
  { name: 'explore', path: '/explore' },
  { name: 'a record', path: '/programs/GX-0001' },
  { name: 'a statistic', path: '/statistics/share?attribute=security_related' },
  { name: 'home in Russian', path: '/ru' },
  { name: 'explore in Chinese', path: '/zh/explore' },
] as const;

/**
 * Looks at the built site with Lighthouse, as on a phone, weighs what each page loads, and asks for kept pages.
 *
 * @param given - how often each page is looked at, three times where not given: `pnpm bench web 1`
 */
export async function main([given = '3']: string[]): Promise<void> {
  const runs = Number(given);
  if (!hasWrk()) return;
  const before = loadavg()[0] ?? 0;
  const site = await startSite();
  const browser = await startBrowser();
  const figures: PageFigures[] = [];
  try {
    for (const { name, path } of pages)
      figures.push(await look({ name, address: site.origin + path, port: browser.port }, runs));
  } finally {
    await browser.stop();
    await site.stop();
  }
  const load = [before, loadavg()[0] ?? 0] as const;
  const text = await reportOf({ figures, runs, load, kept: await keptPages() });
  writeFileSync(new URL('../results/web.md', import.meta.url), text);
  console.log(text);
}

/** A page, and the browser that looks at it. */
interface Look {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** The middle one of some looks by its largest paint: what else the machine does shows in any single one. */
async function look(page: Look, runs: number): Promise<PageFigures> {
  const looks: PageFigures[] = [];
  for (let round = 0; round < runs; round += 1) looks.push(await lookOnce(page));
  looks.sort((one, other) => one.largestPaint - other.largestPaint);
  const middle = looks[Math.floor(runs / 2)];
  if (middle === undefined) throw new Error(`${page.address} was not looked at; at least one run is expected.`);
  return middle;
}

async function lookOnce({ name, address, port }: Look): Promise<PageFigures> {
  const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];
  const result = await lighthouse(address, { port, onlyCategories, output: 'json', logLevel: 'error' });
  if (result === undefined) throw new Error(`Lighthouse gave no answer for ${address}`);
  const { lhr } = result;
  const failed = Object.values(lhr.audits).filter(
    ({ score, scoreDisplayMode }) => score !== null && score < 1 && ['binary', 'numeric'].includes(scoreDisplayMode),
  );
  const time = (audit: string) => lhr.audits[audit]?.numericValue ?? NaN;
  return {
    name,
    path: new URL(address).pathname,
    version: lhr.lighthouseVersion,
    scores: onlyCategories.map((category) => Math.round(100 * (lhr.categories[category]?.score ?? NaN))),
    firstPaint: time('first-contentful-paint'),
    largestPaint: time('largest-contentful-paint'),
    blocking: time('total-blocking-time'),
    shift: time('cumulative-layout-shift'),
    reasons: failed.map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': ')),
    ...(await weigh(address)),
  };
}

/** Bytes of the page, of its script and its style sheets, gzipped, and of the letters it asks for at once. */
async function weigh(address: string) {
  const html = await (await fetch(address)).text();
  const loaded = (pattern: RegExp) => {
    const links = [...html.matchAll(pattern)].map(([, link = '']) => new URL(link, address));
    return Promise.all(links.map(async (link) => new Uint8Array(await (await fetch(link)).arrayBuffer())));
  };
  const zipped = async (pattern: RegExp) => sumOf(await loaded(pattern), (bytes) => gzipSync(bytes).length);
  return {
    html: gzipSync(html).length,
    script: await zipped(/<script[^>]* src="([^"]+)"/g),
    style: await zipped(/<link[^>]*href="([^"]+\.css)"/g),
    letters: sumOf(await loaded(/<link[^>]*href="([^"]+\.woff2)"/g), ({ length }) => length),
  };
}

function sumOf(files: readonly Uint8Array[], sizeOf: (file: Uint8Array) => number): number {
  return files.reduce((sum, file) => sum + sizeOf(file), 0);
}
