import { Agent, get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSite, type Site } from '../e2e/site-server.ts';

let site: Site;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await site.stop();
});

/** What the built site answers, with the headers that do not tell of the connection or the hour. */
async function answer(path: string, asked: Record<string, string> = {}, method = 'GET') {
  const message = await new Promise<IncomingMessage>((resolve, reject) => {
    get(site.origin + path, { headers: asked, method, agent: new Agent() }, resolve).once('error', reject);
  });
  const headers = Object.fromEntries(
    Object.entries(message.headers).filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)),
  );
  return { status: message.statusCode, headers, body: (await buffer(message)).toString('base64') };
}

describe('the built site', () => {
  it.each(['/', '/ru/programs/GX-0001', '/explore?countries=KZ', '/charts/trend.svg', '/statistics/trend.json'])(
    'answers %s as it did before it was kept',
    async (path) => {
      for (const accepted of ['gzip', 'br', 'identity']) {
        const asked = { 'accept-encoding': accepted };
        const made = await answer(path, asked);
        expect(made.status).toBe(200);
        expect(await answer(path, asked)).toEqual(made);
        expect(await answer(path, asked, 'HEAD')).toEqual({ ...made, body: '' });
        const unchanged = await answer(path, { ...asked, 'if-none-match': String(made.headers.etag) });
        expect(unchanged).toMatchObject({ status: 304, body: '', headers: { etag: made.headers.etag } });
      }
    },
  );

  it.each(['/about', '/data/programs.csv', '/charts/share.svg'])(
    'keeps %s whole where HEAD asked first',
    async (path) => {
      const head = await answer(path, {}, 'HEAD');
      const whole = await answer(path);
      expect([head.status, head.body, head.headers]).toEqual([200, '', whole.headers]);
      expect(whole.headers['content-length']).toBe(String(Buffer.from(whole.body, 'base64').length));
      expect(whole.body.length).toBeGreaterThan(1_000);
    },
  );

  it.each(['/data/programs.csv', '/explore.csv?countries=KG'])(
    'begins %s with a byte order mark where it is asked for, for Excel',
    async (path) => {
      const bytes = async (address: string) => Buffer.from((await answer(address)).body, 'base64');
      const plain = await bytes(path);
      expect(plain.subarray(0, 3).toString()).toBe('id,');
      const marked = await bytes(`${path}${path.includes('?') ? '&' : '?'}bom=1`);
      expect(marked).toEqual(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), plain]));
    },
  );

  it('keeps a page for the name by which it was asked for', async () => {
    const named = async (host: string) =>
      Buffer.from((await answer('/changes.xml', { host })).body, 'base64').toString();
    for (let round = 0; round < 2; round += 1) {
      for (const host of ['one.example', 'other.example']) expect(await named(host)).toContain(`//${host}/`);
      expect(await named('one.example')).not.toContain('other.example');
    }
  });

  it.each([
    ['//', '/'],
    ['///about//?q=1', '/about/?q=1'],
    ['/ru//', '/ru/'],
    ['/about/..//', '/'],
    ['//example.org/..', '/'],
    ['//example.org/about', '/example.org/about'],
  ])('leads from %s to the address that is meant', async (path, location) => {
    const { status, headers } = await answer(path);
    expect([status, headers.location]).toEqual([308, location]);
  });

  it.each(['100-continue', 'the impossible'])(
    'answers what expects %s with nothing in between',
    async (expectation) => {
      const socket = connect(Number(new URL(site.origin).port), '127.0.0.1');
      socket.write(`GET /statistics/crosstab?seed=77 HTTP/1.1\r\nHost: x\r\n\r\n`);
      socket.write(`GET /nothing HTTP/1.1\r\nHost: x\r\nExpect: ${expectation}\r\nConnection: close\r\n\r\n`);
      const [, first = '', second = '', ...further] = (await text(socket)).split('HTTP/1.1 ');
      expect([first.slice(0, 3), second.slice(0, 3), further]).toEqual(['200', '404', []]);
    },
  );

  it('leaves to the site what is no page, each time', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect((await answer('/nothing-here')).status).toBe(404);
      expect((await answer('/programs')).status).toBe(308);
    }
  });
});
