import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { settingsTable } from '@govexport/http/node';
import { afterEach, describe, expect, it } from 'vitest';
import { endOfSite, startSite, type Site } from '../e2e/site-server.ts';
import { SiteEnvironment } from '../src/lib/server/host/site-environment.ts';

const sites: Site[] = [];
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.stop()));
});

async function serve(environment: Record<string, string> = {}) {
  const site = await startSite({ GRACE: '0', ...environment });
  sites.push(site);
  return { origin: site.origin, port: Number(new URL(site.origin).port) };
}

/** A connection on which a request is sent; what comes back is not waited for. */
async function ask(port: number, path: string, from = '127.0.0.1') {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  return socket;
}

const heavy = (seed: number) => `/statistics/trend?permutations=100000&seed=${seed}`;
const seeds = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

describe('the built site', () => {
  it('keeps no light page waiting while many statistics are computed', async () => {
    const { origin, port } = await serve();
    let done = 0;
    const sockets = await Promise.all(seeds(100).map((seed) => ask(port, heavy(seed))));
    for (const socket of sockets) socket.once('data', () => (done += 1));
    for (const path of ['/robots.txt', '/programs/GX-0001', '/ru/records/transfers', '/embed.css'])
      for (const connection of ['close', 'keep-alive'])
        expect([path, (await fetch(origin + path, { headers: { connection } })).status]).toEqual([path, 200]);
    expect(done).toBeLessThan(100);
    for (const socket of sockets) socket.destroy();
    // What was left is not computed: the next page waits for none of it.
    expect((await fetch(origin + heavy(1_000))).status).toBe(200);
  });

  it('tells in the language of the page where too many wait, and computes for another reader', async () => {
    const { port } = await serve({ WORKERS: '1', QUESTIONS_WAITING: '3' });
    const sockets = await Promise.all(seeds(8).map((seed) => ask(port, `/ru${heavy(seed)}`)));
    const other = await ask(port, heavy(99), '127.0.0.2');
    const refused = await Promise.race(sockets.map(async (socket) => text(socket)));
    expect(refused).toMatch(/^HTTP\/1\.1 503 /);
    expect(refused).toMatch(/\r\nretry-after: 5\r\n/i);
    expect(refused).toContain('Загрузите страницу снова через несколько секунд.');
    expect(await text(other)).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of sockets) socket.destroy();
  });

  it('refuses pages to a client that has asked for too many, and to no other', async () => {
    const { origin, port } = await serve({ RATE_LIMIT: '2' });
    for (const path of ['/about', '/ru/about']) expect((await fetch(origin + path)).status).toBe(200);
    const refused = await fetch(`${origin}/zh/about`);
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await refused.text()).toContain('此地址请求的页面过多');
    // What is kept, and files, cost nothing.
    for (const path of ['/about', '/embed.css']) expect((await fetch(origin + path)).status).toBe(200);
    expect(await text(await ask(port, '/zh/about', '127.0.0.2'))).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each([
    ['headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: '],
    ['a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n'],
  ])('closes a connection whose client is slow with %s', async (_, written) => {
    const { port } = await serve({ HEADERS_TIMEOUT: '1', REQUEST_TIMEOUT: '1' });
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined).write(written);
    socket.resume();
    await once(socket, 'close');
  });

  it('answers what is no request with a sentence', async () => {
    const { port } = await serve();
    const socket = connect(port, '127.0.0.1');
    socket.write('hello\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[^]*The request is not HTTP\/1\.1\.\n$/);
  });

  it('refuses settings that cannot be used, each in a sentence', async () => {
    const { code, output } = await endOfSite({ PORT: 'http', WORKERS: '0', HEADERS_TIMEOUT: '10' });
    expect([code, output]).toEqual([
      1,
      'PORT is "http"; allowed is a whole number from 0 to 65535.\nWORKERS is "0"; allowed is a whole number from 1 to 256.\n',
    ]);
  });

  it('has its settings in the manual', () => {
    const manual = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const [, table = ''] = manual.split(/<!-- \/?settings -->/);
    const rows = table
      .trim()
      .split('\n')
      .slice(2)
      .map((line) => line.split('|').slice(1, -1));
    expect(rows.map((row) => row.map((cell) => cell.trim()))).toEqual(settingsTable(SiteEnvironment));
  });
});
