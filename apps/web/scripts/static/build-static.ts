import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDataset } from '@govexport/router/node';
import { build } from 'vite';
import { locales } from '../../src/lib/generated/runtime.js';
import { namesOfCountry } from '../../src/lib/server/names-of-country.ts';
import { startedSite } from './ask-site.ts';
import { hostHeaders } from './host-headers.ts';
import { fileOf, leadingPage, withPolicy } from './page-file.ts';
import { linksIn, pagesIn } from './site-links.ts';
import { siteFiles, siteSettings } from './site-settings.ts';

// Writes the built site into a folder, `dist` unless another one is named, as files for any static host: every page, record
// and file that a page leads to, in every language, and the worker that answers choices in the reader's browser.
const home = fileURLToPath(new URL('../../', import.meta.url));
const dist = resolve(process.argv[2] ?? join(home, 'dist'));
const languages = ['', '/ru', '/zh'];
/** Files and addresses to which no page leads by a link. */
const unlinked = ['/sitemap.xml', '/robots.txt', '/changes.xml', '/speculation-rules.json', '/explore/programs.json'];

async function write(file: string, content: string | Uint8Array, flag: 'w' | 'wx' = 'w'): Promise<void> {
  const place = join(dist, file);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content, { flag });
}

/** Writes a page that leads on, where no page stands: to some disks, `kz` and `KZ` are the same folder. */
async function lead(path: string, place: string): Promise<void> {
  try {
    await write(fileOf(path, 'text/html'), leadingPage(place), 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

const dataset = openDataset(siteSettings(process.env)['GOVEXPORT_DATASET']);

/** Addresses of states as people type them; each leads to the one by two capitals. */
const typedCountries = dataset.meta.recipients.flatMap((code) => {
  const names = namesOfCountry(code, dataset, locales).flatMap((name) => [name, name.toLowerCase()]);
  return [...new Set(names)].filter((name) => name !== code).map((name) => `/countries/${encodeURIComponent(name)}`);
});

/** Writes one path and returns the paths it leads to. */
async function keep(path: string, response: Response): Promise<string[]> {
  const { status, headers } = response;
  const type = headers.get('content-type') ?? '';
  const place = headers.get('location');
  if (place !== null) {
    await lead(path, place);
    const led = new URL(place, `http://site${path}`);
    return led.host === 'site' ? linksIn(` href="${led.pathname}"`) : [];
  }
  if (status !== 200) throw new Error(`${path} answers with ${status}; a page leads there, so that 200 is expected.`);
  if (!type.startsWith('text/html')) {
    await write(fileOf(path, type), new Uint8Array(await response.arrayBuffer()));
    return [];
  }
  const html = await response.text();
  await write(fileOf(path, type), withPolicy(html, headers.get('content-security-policy') ?? ''));
  return linksIn(html);
}

/** Asks for every path that can be reached; a few at once, since pictures are drawn beside the pages. */
async function keepAll(ask: (path: string) => Promise<Response>): Promise<string[]> {
  const files = new Set([...siteFiles(), '/site-worker.js']);
  const sitemap = await (await ask('/sitemap.xml')).text();
  const led = ['/programs', ...typedCountries];
  const known = new Set([
    ...[...pagesIn(sitemap), ...unlinked],
    ...languages.flatMap((language) => led.map((path) => language + path)),
  ]);
  const waiting = [...known];
  const work = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      for (const link of await keep(path, await ask(path))) {
        if (known.has(link) || files.has(link)) continue;
        known.add(link);
        waiting.push(link);
      }
    }
  };
  await Promise.all([work(), work(), work()]);
  return [...known];
}

await rm(dist, { recursive: true, force: true });
await cp(join(home, 'build/client'), dist, { recursive: true, filter: (file) => !/\.(gz|br)$/.test(file) });
const ask = await startedSite();
const paths = await keepAll(ask);
const missing = await ask('/-');
await write('404.html', withPolicy(await missing.text(), missing.headers.get('content-security-policy') ?? ''));
await write('_headers', hostHeaders((await ask('/')).headers, paths));
await build({
  root: home,
  configFile: join(home, 'vite.worker.config.ts'),
  logLevel: 'warn',
  build: { outDir: dist },
});
console.log(`${paths.length} addresses are written to ${dist}.`);
