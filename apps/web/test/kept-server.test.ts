import { Agent, get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
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

  it('keeps a page for the name by which it was asked for', async () => {
    const named = async (host: string) =>
      Buffer.from((await answer('/changes.xml', { host })).body, 'base64').toString();
    for (let round = 0; round < 2; round += 1) {
      for (const host of ['one.example', 'other.example']) expect(await named(host)).toContain(`//${host}/`);
      expect(await named('one.example')).not.toContain('other.example');
    }
  });

  it('leaves to the site what is no page, each time', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect((await answer('/nothing-here')).status).toBe(404);
      expect((await answer('/programs')).status).toBe(308);
    }
  });
});
