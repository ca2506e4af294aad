import { afterAll, describe, expect, it } from 'vitest';
import { endAll, logOf, rawConnection, serve } from './server-process.ts';

afterAll(endAll);

describe('a server in operation', () => {
  it('logs every request at debug, with its id and without the address of the client', async () => {
    const { origin, child, ended, said } = await serve({ LOG_LEVEL: 'debug' });
    await (await fetch(`${origin}/v1/statistics/trend?from=2007`, { headers: { 'x-request-id': 'mine' } })).text();
    await (await fetch(`${origin}/v1/statistics/none`)).text();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const requests = logOf({ said }).filter(({ msg }) => msg === 'request');
    expect(requests).toMatchObject([
      {
        request_id: 'mine',
        method: 'GET',
        address: '/v1/statistics/trend?from=2007',
        route: 'statistics.trend',
        status: 200,
      },
      { address: '/v1/statistics/none', route: 'none', status: 404 },
    ]);
    expect(said.stdout).not.toContain('127.0.0.1"');
  });

  it('tells its figures to Prometheus', async () => {
    const { origin } = await serve();
    for (let count = 0; count < 3; count += 1) await (await fetch(`${origin}/v1/statistics/share`)).text();
    await (await fetch(`${origin}/nowhere`, { method: 'POST' })).text();
    const response = await fetch(`${origin}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('govexport_requests_total{route="statistics.share",method="GET",status="200"} 3\n');
    expect(text).toContain('govexport_requests_total{route="none",method="POST",status="405"} 1\n');
    expect(text).toContain('govexport_request_seconds_count{route="statistics.share"} 3\n');
    expect(text).toContain('govexport_request_seconds_bucket{le="+Inf",route="statistics.share"} 3\n');
    // Every line is one that Prometheus reads: a comment, or a name with labels and a number.
    const lines = text.split('\n').filter((line) => line !== '' && !/^# (HELP|TYPE) \w+ ./.test(line));
    const label = String.raw`\w+="[^"]*"`;
    const figure = new RegExp(`^\\w+({${label}(,${label})*})? -?[\\d.e+-]+$`);
    expect(lines.filter((line) => !figure.test(line))).toEqual([]);
    expect(text).toContain('govexport_cache_hits 2\n');
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('says that it is about to end while it finishes what is in flight', async () => {
    const { port, child, ended } = await serve();
    const slow = await rawConnection(port);
    const probe = await rawConnection(port);
    slow.write('GET /readyz HTTP/1.1\r\nHost: localhost\r\n');
    // Half a request each: both connections are busy when the server is asked to end.
    probe.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n');
    await (await fetch(`http://127.0.0.1:${port}/readyz`)).text();
    child.kill('SIGTERM');
    await expect
      .poll(() =>
        fetch(`http://127.0.0.1:${port}/`).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false);
    slow.write('\r\n');
    probe.write('\r\n');
    expect(await slow.answer).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n[^]*"code":"unavailable"/);
    expect(await probe.answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(await ended).toBe(0);
  });

  it('lets slow connections go and answers the others meanwhile', async () => {
    const { port, origin } = await serve({ HEADERS_TIMEOUT: '1', REQUEST_TIMEOUT: '1' });
    const slow = await Promise.all(Array.from({ length: 200 }, () => rawConnection(port)));
    for (const { write } of slow) write('GET / HTTP/1.1\r\nHost: x\r\nX-');
    const dripping = setInterval(() => slow.forEach(({ write }) => write('a')), 200);
    expect((await fetch(`${origin}/v1/statistics/overview`)).status).toBe(200);
    const answers = await Promise.all(slow.map(({ answer }) => answer));
    clearInterval(dripping);
    expect(answers.filter((answer) => answer.includes('200 OK'))).toEqual([]);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  });

  it('limits a client behind a proxy that it trusts, and no other client', async () => {
    const { origin } = await serve({ RATE_LIMIT: '2', TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
    const statusFor = async (client: string) => {
      const response = await fetch(`${origin}/v1/meta`, { headers: { 'x-forwarded-for': client } });
      await response.text();
      return response.status;
    };
    const statuses = [];
    for (const client of ['198.51.100.1', '198.51.100.1', '198.51.100.1, 10.0.0.9', '198.51.100.2'])
      statuses.push(await statusFor(client));
    expect(statuses).toEqual([200, 200, 429, 200]);
  });
});
