import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { askOf, dataset } from './app.ts';

describe('the cache', () => {
  it('makes an answer once for all the ways to write its request', async () => {
    const app = createApp({ dataset });
    for (const path of [
      '/v1/statistics/share?from=2007&countries=KZ,KG&level=0.95',
      '/v1/statistics/share?level=0.95&countries=KZ&from=2007&countries=KG',
      '/v1/statistics/share.json?countries=KZ,KG&from=2007&to=&scope=default',
      '/v1/data/latest',
      `/v1/data/${dataset.meta.version}/statistics/share?countries=KZ,KG&from=2007`,
    ])
      await askOf(app, path);
    expect(app.cache.figures()).toMatchObject({ misses: 1, entries: 1, hits: 3 });
  });

  it('makes a tRPC answer once whatever the order of its parameters and keys', async () => {
    const app = createApp({ dataset });
    const one = encodeURIComponent('{"0":{"from":2007,"to":2020}}');
    const other = encodeURIComponent('{ "0": {"to":2020,"from":2007} }');
    const first = await askOf(app, `/trpc/statistics.trend?batch=1&input=${one}`);
    const second = await askOf(app, `/trpc/statistics.trend?input=${other}&batch=1`);
    expect([first.status, second.text]).toEqual([200, first.text]);
    expect(app.cache.figures()).toMatchObject({ misses: 1, hits: 1 });
  });

  it('does not take different requests for the same', async () => {
    const app = createApp({ dataset });
    const paths = [
      '/v1/statistics/trend?from=2007',
      '/v1/statistics/trend?to=2007',
      '/v1/statistics/trend?countries=KZ',
      '/v1/statistics/trend?countries=KG',
      '/v1/statistics/trend.csv?countries=KG',
      '/v1/programs?limit=1',
      '/v1/programs.csv?limit=1',
      '/v1/programs.csv',
      '/v1/programs/GX-0001',
      '/v1/programs/GX-0002',
      '/v1/sources/S-0001',
      '/trpc/statistics.trend',
      '/trpc/statistics.trend?input=%7B%22countries%22%3A%5B%22KG%22%5D%7D',
      '/trpc/statistics.trend?batch=1&input=%7B%7D',
    ];
    const answers = await Promise.all(paths.map((path) => askOf(app, path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(paths.length);
    const [, , ndjson] = await Promise.all([
      askOf(app, '/v1/programs?limit=1'),
      askOf(app, '/v1/programs?limit=1', { headers: { accept: 'text/csv' } }),
      askOf(app, '/v1/programs?limit=1', { headers: { accept: 'application/x-ndjson' } }),
    ]);
    expect(ndjson.headers.get('content-type')).toBe('application/x-ndjson');
  });

  it('keeps no errors', async () => {
    const app = createApp({ dataset });
    await askOf(app, '/v1/statistics/trend?from=abc');
    await askOf(app, '/v1/programs/GX-9999');
    await askOf(app, '/trpc/programs.get?input=%7B%22id%22%3A%22GX-9999%22%7D');
    expect(app.cache.figures().entries).toBe(0);
  });

  it('answers two who fail at the same time each for itself', async () => {
    const unknown = '/trpc/programs.get?input=%7B%22id%22%3A%22GX-9999%22%7D';
    const app = createApp({ dataset });
    const answers = await Promise.all([askOf(app, unknown), askOf(app, unknown)]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    for (const { text } of answers) expect(text).toContain('NOT_FOUND');
  });

  it('compresses streamed answers that are made at the same time each for itself', async () => {
    const app = createApp({ dataset });
    const headers = { 'accept-encoding': 'gzip', 'trpc-accept': 'application/jsonl' };
    const procedures = ['statistics.trend', 'programs.list'];
    const streamed = await Promise.all(
      procedures.map(async (name) => {
        const address = `http://localhost/trpc/${name}?batch=1&input=%7B%7D`;
        const response = await app.fetch(new Request(address, { headers }));
        expect(response.headers.get('content-encoding')).toBe('gzip');
        return gunzipSync(new Uint8Array(await response.arrayBuffer())).toString();
      }),
    );
    expect(streamed[0]).toContain('"statistic":"trend"');
    expect(streamed[1]).not.toContain('"statistic":"trend"');
  });
});
