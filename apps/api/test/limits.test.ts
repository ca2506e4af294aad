import { RateLimit } from '@govexport/http';
import { clientAddresses } from '@govexport/http/node';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { Problem } from '../src/problems/problem.ts';
import { ask, askOf, dataset } from './app.ts';

describe('the rate limit', () => {
  it('refuses after the last request of a minute, and says when there are new ones', async () => {
    let now = 0;
    const app = createApp({ dataset }, { rateLimit: 2, now: () => now });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await askOf(app, '/v1/statistics')).status);
    expect(statuses).toEqual([200, 200, 429]);
    now = 20_000;
    const { status, headers, text } = await askOf(app, '/v1/statistics/trend');
    expect([status, headers.get('retry-after'), headers.get('cache-control')]).toEqual([429, '40', 'no-store']);
    expect(headers.get('ratelimit')).toBe('"client";r=0;t=40');
    expect(headers.get('ratelimit-policy')).toBe('"client";q=2;w=60');
    expect(Problem.parse(JSON.parse(text))).toMatchObject({ code: 'too-many-requests' });
    expect((await askOf(app, '/healthz')).status).toBe(200);
    now = 60_001;
    expect((await askOf(app, '/v1/statistics')).headers.get('ratelimit')).toBe('"client";r=1;t=60');
  });

  it('remembers a bounded number of clients', () => {
    const limit = new RateLimit(1);
    limit.take('first', 0);
    for (let count = 0; count < 20_000; count += 1) limit.take(`client ${count}`, 0);
    expect(limit.take('first', 0).allowed).toBe(true);
    expect(limit.take('client 19999', 0).allowed).toBe(false);
  });
});

describe('a client', () => {
  const clientOf = (proxies: string[], peer: string, forwarded?: string) =>
    clientAddresses(proxies)({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } });

  it.each([
    [[], '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    [['10.0.0.0/8'], '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    [['10.0.0.0/8'], '::ffff:10.1.2.3', 'made-up, 198.51.100.1, 10.9.9.9', '198.51.100.1'],
    [['10.0.0.0/8'], '10.1.2.3', 'unknown', '10.1.2.3'],
    [['10.0.0.0/8'], '10.1.2.3', undefined, '10.1.2.3'],
    [['::1'], '::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    [[], '2001:db8::5', undefined, '2001:db8:0:0'],
    [[], '2001:0DB8:0000::5', undefined, '2001:db8:0:0'],
    [[], '2001:db8:0:0:ffff:ffff:ffff:ffff', undefined, '2001:db8:0:0'],
    [[], '::ffff:203.0.113.7', undefined, '203.0.113.7'],
    [[], '::FFFF:CB00:7107', undefined, '203.0.113.7'],
    [[], '0:0:0:0:0:ffff:203.0.113.7', undefined, '203.0.113.7'],
    [[], 'fe80::1%eth0', undefined, 'fe80:0:0:0'],
    [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1:4711', '198.51.100.1'],
    [['10.0.0.0/8'], '10.1.2.3', '[2001:DB8:1:2::5]:4711', '2001:db8:1:2'],
    [['10.0.0.0/8'], '10.1.2.3', '"[2001:db8:1:2::5]"', '2001:db8:1:2'],
    [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1, ::ffff:a09:909, 10.9.9.9:80', '198.51.100.1'],
    [['10.0.0.0/8'], '10.1.2.3', '198.51.100.1, made-up', '10.1.2.3'],
    [['::ffff:10.0.0.0/104'], '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    [['2001:DB8::/32'], '2001:db8:9::1', '198.51.100.1', '198.51.100.1'],
  ] as const)('behind %j from %s with %s is %s', (...example) => {
    const [proxies, peer, forwarded, client] = example;
    expect(clientOf([...proxies], peer, forwarded)).toBe(client);
  });
});

describe('a request', () => {
  it('that is too long is refused', async () => {
    const { status, text } = await ask(`/v1/programs?x=${'y'.repeat(9_000)}`);
    expect([status, Problem.parse(JSON.parse(text)).detail]).toEqual([
      414,
      'The address is 9015 letters long; allowed are at most 8192.',
    ]);
  });

  it('that announces a large body is refused before it is read', async () => {
    const { status, text } = await ask('/v1/meta', { method: 'POST', headers: { 'content-length': '1000000000' } });
    expect([status, Problem.parse(JSON.parse(text)).code]).toEqual([413, 'content-too-large']);
  });

  it('for a batch of too many calls is refused, also where the commas are encoded', async () => {
    for (const comma of [',', '%2C']) {
      const calls = Array.from({ length: 26 }, () => 'meta').join(comma);
      const { status, text } = await ask(`/trpc/${calls}?batch=1&input={}`);
      const calls26 = JSON.parse(text) as { error: { message: string } }[];
      expect([status, calls26.length, new Set(calls26.map(({ error }) => error.message))]).toEqual([
        413,
        26,
        new Set(['The batch holds 26 calls; allowed are at most 25.']),
      ]);
    }
  });

  it('keeps a plain id that it brings, and gets one of ours instead of any other', async () => {
    const kept = await ask('/v1/meta?x=1', { headers: { 'x-request-id': 'abc-123' } });
    expect([kept.headers.get('x-request-id'), Problem.parse(JSON.parse(kept.text)).request_id]).toEqual([
      'abc-123',
      'abc-123',
    ]);
    const given = ['a b', 'x'.repeat(129), '<script>'];
    const answers = await Promise.all(given.map((id) => ask('/v1/meta', { headers: { 'x-request-id': id } })));
    const ids = answers.map(({ headers }) => headers.get('x-request-id') ?? '');
    expect(ids.filter((id) => /^[0-9a-f]{8}-[0-9a-z]+$/.test(id))).toHaveLength(given.length);
    expect(new Set(ids).size).toBe(given.length);
  });
});
