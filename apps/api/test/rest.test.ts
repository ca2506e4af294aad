import { catalogue, createCaller, problemKinds, statisticNames } from '@govexport/router';
import { canonicalJson } from '@govexport/schema';
import { describe, expect, it } from 'vitest';
import { ask, dataset } from './app.ts';

const caller = createCaller({ dataset });

describe('the REST API', () => {
  it.each(statisticNames)('answers %s with the canonical JSON of the procedure', async (name) => {
    const { status, headers, text } = await ask(`/v1/statistics/${name}?from=2007&to=2020&countries=KZ,KG`);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
    const input = { from: 2007, to: 2020, countries: ['KZ', 'KG'] } as const;
    const answer = await (caller.statistics[name] as (input: unknown) => Promise<unknown>)(input);
    expect(text).toBe(canonicalJson(answer));
    expect(catalogue[name].envelope.safeParse(JSON.parse(text)).success).toBe(true);
  });

  it('answers records and the description of the dataset', async () => {
    expect((await ask('/v1/programs?limit=3&sort=-year,title')).text).toBe(
      canonicalJson(await caller.programs.list({ limit: 3, sort: ['-year', 'title'] })),
    );
    expect((await ask('/v1/programs?limit=3&fields=id,title&q=%E8%AD%A6%E5%AF%9F')).text).toBe(
      canonicalJson(await caller.programs.select({ limit: 3, fields: ['id', 'title'], q: '警察' })),
    );
    expect((await ask('/v1/programs/facets?countries=KG')).text).toBe(
      canonicalJson(await caller.programs.facets({ countries: ['KG'] })),
    );
    expect((await ask('/v1/indicators?country=KG&from=2015')).text).toBe(
      canonicalJson(await caller.indicators.list({ country: ['KG'], from: 2015 })),
    );
    expect((await ask('/v1/us_training_totals/2006-2007/KG')).text).toBe(
      canonicalJson(await caller.us_training_totals.get({ fiscal_year: '2006-2007', country: 'KG' })),
    );
    expect((await ask('/v1/borders/KZ%2BKG%2BTJ%20total')).text).toBe(
      canonicalJson(await caller.borders.get({ name: 'KZ+KG+TJ total' })),
    );
    expect((await ask('/v1/tables')).text).toBe(canonicalJson(await caller.tables.list()));
    expect((await ask('/v1/citation/TR-001?style=ris')).text).toBe(
      canonicalJson(await caller.citations.record({ id: 'TR-001', style: 'ris' })),
    );
    expect((await ask('/v1/citation/view?table=transfers&query=country%3DKG')).text).toBe(
      canonicalJson(await caller.citations.view({ table: 'transfers', query: 'country=KG' })),
    );
    expect((await ask('/v1/programs/GX-0001')).text).toBe(canonicalJson(await caller.programs.get({ id: 'GX-0001' })));
    expect((await ask('/v1/sources/S-0001')).text).toBe(canonicalJson(await caller.sources.get({ id: 'S-0001' })));
    const meta = await caller.meta();
    expect((await ask('/v1/meta')).text).toBe(canonicalJson(meta));
    const { dataset: identity, statistics } = meta;
    expect((await ask('/v1/statistics')).text).toBe(canonicalJson({ dataset: identity, statistics }));
  });

  it('tells its addresses, its health and the kinds of problems', async () => {
    expect(JSON.parse((await ask('/')).text)).toMatchObject({ dataset: { sha256: dataset.sha256 } });
    expect(JSON.parse((await ask('/healthz')).text)).toMatchObject({ status: 'ok', dataset: { name: 'govexport' } });
    const kinds = Object.keys(problemKinds);
    const pages = await Promise.all(
      kinds.map(async (code) => JSON.parse((await ask(`/problems/${code}`)).text) as object),
    );
    expect(pages).toMatchObject(kinds.map((code) => ({ type: `/problems/${code}`, code, kinds })));
  });

  it('gives the same answer to the same parameters in another order', async () => {
    const one = await ask('/v1/statistics/share?countries=KZ&from=2007&countries=KG&level=0.9');
    const other = await ask('/v1/statistics/share?level=0.9&countries=KG,KZ&from=2007');
    expect(other.text).toBe(one.text);
    expect(other.headers.get('etag')).toBe(one.headers.get('etag'));
  });

  it.each([
    ...['/', '/v1/statistics', ...statisticNames.map((name) => `/v1/statistics/${name}`), '/v1/programs', '/v1/meta'],
    ...['/v1/programs/GX-0001', '/v1/sources/S-0001', '/openapi.json', '/problems/internal'],
  ])('answers HEAD of %s without a body and 304 to its strong ETag', async (path) => {
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const etag = head.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[0-9a-f]+"$/);
    const again = await ask(path, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    // A page of another origin must be allowed to read this answer as well.
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
    expect(again.headers.get('cache-control')).toBe('public, no-cache');
    expect((await ask(path, { headers: { 'if-none-match': '"0"' } })).status).toBe(200);
  });

  it('may be read from any page', async () => {
    const { headers } = await ask('/v1/meta', { headers: { origin: 'https://example.org' } });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const preflight = await ask('/v1/meta', {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET,HEAD,OPTIONS',
    ]);
  });

  it.each([
    ['/trpc/statistics.trend', 200],
    ['/trpc/meta?batch=1&input=%7B%7D', 200],
    ['/trpc/programs.get?input=%7B%22id%22%3A%22GX-9999%22%7D', 404],
    ['/trpc/nothing', 404],
  ])('answers HEAD of %s with what GET says, whichever comes first', async (path, status) => {
    const [before, get, after] = [
      await ask(path, { method: 'HEAD' }),
      await ask(path),
      await ask(path, { method: 'HEAD' }),
    ];
    for (const head of [before, after]) {
      expect([head.status, head.text, head.headers.get('etag')]).toEqual([status, '', get.headers.get('etag')]);
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    }
  });
});
