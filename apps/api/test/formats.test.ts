import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { statisticNames } from '@govexport/router';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { Problem } from '../src/problems/problem.ts';
import { app, ask, askOf, dataset } from './app.ts';

const filter = 'from=2007&to=2020';

function rowsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}

async function bytesOf(path: string, headers: Record<string, string> = {}) {
  const response = await app.fetch(new Request(`http://localhost${path}`, { headers }));
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('the format of an answer', () => {
  it.each(statisticNames)('of %s may be each of the five', async (name) => {
    const csv = await ask(`/v1/statistics/${name}.csv?${filter}`);
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const lines = (await ask(`/v1/statistics/${name}.ndjson?${filter}`)).text.split('\n').slice(0, -1);
    const rows = rowsOf(csv.text);
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object).length > 0)).not.toContain(false);
    expect(rows.length).toBe(lines.length);
    const parquet = await bytesOf(`/v1/statistics/${name}.parquet?${filter}`);
    expect([parquet.response.status, parquet.bytes.subarray(0, 4).toString()]).toEqual([200, 'PAR1']);
    const workbook = await bytesOf(`/v1/statistics/${name}.xlsx?${filter}`);
    expect([workbook.response.status, workbook.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect((await ask(`/v1/statistics/${name}.json?${filter}`)).text).toBe(
      (await ask(`/v1/statistics/${name}?${filter}`)).text,
    );
  });

  it('follows Accept, with the same bytes as the ending gives', async () => {
    for (const [accept, format] of [
      ['text/csv', 'csv'],
      ['application/json;q=0.5, text/csv', 'csv'],
      ['application/x-ndjson', 'ndjson'],
      ['*/*', 'json'],
      ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ] as const) {
      const { text, headers } = await ask('/v1/programs', { headers: { accept } });
      expect([accept, text]).toEqual([accept, (await ask(`/v1/programs.${format}`)).text]);
      expect(headers.get('vary')).toBe('Accept, Accept-Encoding');
    }
  });

  it.each(['/v1/statistics/trend.csv?from=2010', '/v1/programs.csv?limit=3', '/v1/data/latest/csv/programs.csv'])(
    'as CSV begins with a byte order mark where %s asks for it, and is the same otherwise',
    async (path) => {
      const address = path.replace('latest', dataset.meta.version);
      const plain = await bytesOf(address);
      const marked = await bytesOf(`${address}${address.includes('?') ? '&' : '?'}bom=1`);
      expect(marked.bytes).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain.bytes]));
      expect(marked.response.headers.get('etag')).not.toBe(plain.response.headers.get('etag'));
      expect((await bytesOf(`${address}${address.includes('?') ? '&' : '?'}bom=0`)).bytes).toEqual(plain.bytes);
    },
  );

  it.each([
    ['/v1/programs.csv?bom=yes', 'bom is "yes"; allowed is one of 0, 1.'],
    ['/v1/programs?bom=1', 'bom is not an input; allowed is one of scope, from'],
    ['/v1/statistics/trend.svg?bom=1', 'bom is not an input; allowed is one of scope, from'],
  ])('refuses a mark in %s', async (path, sentence) => {
    const { status, text } = await ask(path);
    expect([status, Problem.parse(JSON.parse(text)).detail]).toEqual([400, expect.stringContaining(sentence)]);
  });

  it('keeps the mark in the link to the next page', async () => {
    const { headers } = await ask('/v1/programs.csv?limit=3&bom=1');
    expect(headers.get('link')).toMatch(/[?&]bom=1[&>]/);
  });

  it.each([
    ['/v1/programs', 'image/png', 'accept is "image/png"; allowed is one of application/json, application/x-ndjson,'],
    ['/v1/meta', 'text/csv', 'accept is "text/csv"; allowed is one of application/json.'],
    ['/v1/programs/GX-0001.csv', '*/*', 'the ending of the address is ".csv"; allowed is one of .json.'],
  ])('of %s with %s is refused with those there are', async (path, accept, sentence) => {
    const { status, text } = await ask(path, { headers: { accept } });
    const problem = Problem.parse(JSON.parse(text));
    expect([status, problem.code]).toEqual([406, 'not-acceptable']);
    expect(problem.detail).toContain(sentence);
  });

  it('has every row, unless a page is asked for', async () => {
    const all = await ask('/v1/programs.csv');
    expect(rowsOf(all.text).map(({ id }) => id)).toHaveLength(dataset.programs.length);
    expect(all.headers.get('content-disposition')).toBe(`inline; filename="programs-${dataset.meta.version}.csv"`);
    expect(all.headers.get('link')).toBeNull();
    const page = await ask('/v1/programs.csv?limit=5&sort=title');
    expect(rowsOf(page.text)).toHaveLength(5);
    const next = /^<(\?[^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    expect(rowsOf((await ask(`/v1/programs.csv${next}`)).text)).toHaveLength(5);
    expect((await ask('/v1/programs?limit=5&sort=title')).headers.get('link')).toBe(page.headers.get('link'));
  });

  it('of records has the rows and columns of the CSV file of the dataset', async () => {
    const [asked, file] = await Promise.all(
      ['/v1/programs.csv', `/v1/data/${dataset.meta.version}/csv/programs.csv`].map((path) => ask(path)),
    );
    const byId = (text = '') => rowsOf(text).sort((one, other) => ((one['id'] ?? '') < (other['id'] ?? '') ? -1 : 1));
    expect(byId(asked?.text)).toEqual(byId(file?.text));
  });

  it('for spreadsheets escapes a text that would be run', async () => {
    const [first, ...others] = dataset.programs;
    if (first === undefined) throw new TypeError('the dataset has no program');
    const programs = [{ ...first, title: '=HYPERLINK("https://example.org")' }, ...others];
    const own = createApp({ dataset: { ...dataset, programs } });
    const { text } = await askOf(own, '/v1/programs.csv');
    expect(rowsOf(text).find(({ id }) => id === first.id)?.['title']).toBe(`'=HYPERLINK("https://example.org")`);
  });

  it('is the same in bytes each time it is made', async () => {
    const make = async (format: string) => {
      const fresh = createApp({ dataset });
      return (await askOf(fresh, `/v1/statistics/trend.${format}`)).headers.get('etag');
    };
    for (const format of ['json', 'csv', 'parquet', 'xlsx']) expect(await make(format)).toBe(await make(format));
  });
});

describe('compression', () => {
  it('gives brotli and gzip of the same bytes, each with its own ETag', async () => {
    const plain = await bytesOf('/v1/meta');
    const brotli = await bytesOf('/v1/meta', { 'accept-encoding': 'gzip, deflate, br' });
    const gzip = await bytesOf('/v1/meta', { 'accept-encoding': 'gzip' });
    expect(brotli.response.headers.get('content-encoding')).toBe('br');
    expect(gzip.response.headers.get('content-encoding')).toBe('gzip');
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    const etags = [plain, brotli, gzip].map(({ response }) => response.headers.get('etag') ?? '');
    expect(new Set(etags).size).toBe(3);
    const again = await bytesOf('/v1/meta', { 'accept-encoding': 'br', 'if-none-match': `"x", W/${etags[1] ?? ''}` });
    expect([again.response.status, again.response.headers.get('etag')]).toEqual([304, etags[1]]);
  });

  it('is left out where the client does not take it, or where it saves nothing', async () => {
    for (const [path, accepted] of [
      ['/v1/meta', 'identity'],
      ['/v1/meta', 'br;q=0, gzip;q=0'],
      ['/problems/internal', 'br'],
      ['/v1/programs.xlsx', 'br'],
    ] as const) {
      const { response } = await bytesOf(path, { 'accept-encoding': accepted });
      expect([path, response.headers.get('content-encoding')]).toEqual([path, null]);
    }
  });
});

describe('what a person asks who does not know the addresses', () => {
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  it('leads a browser from the root to the reference, and gives a program the addresses', async () => {
    const person = await ask('/', { headers: { accept: browser } });
    expect([person.status, person.headers.get('location'), person.headers.get('vary')]).toEqual([
      302,
      '/reference',
      'Accept',
    ]);
    for (const accept of ['*/*', 'application/json', 'text/html;q=0.5, application/json', '']) {
      const program = await ask('/', { headers: { accept } });
      expect([accept, program.status, program.headers.get('content-type')]).toEqual([accept, 200, 'application/json']);
      expect(JSON.parse(program.text)).toHaveProperty('addresses');
    }
    expect((await ask('/', { headers: { accept: browser } })).status).toBe(302);
  });

  it.each(['/v1/statistics/trend', '/v1/programs', '/v1/programs/GX-0001'])(
    'names the ending and Accept where %s is asked for a format in the query',
    async (path) => {
      const { status, text } = await ask(`${path}?format=csv`);
      expect(status).toBe(400);
      expect(Problem.parse(JSON.parse(text)).detail).toMatch(/^format is "csv"; allowed is .*\.csv.*Accept.*text\/csv/);
    },
  );
});
