import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { KeptPages } from '../src/lib/server/kept-pages.ts';

const text = 'A page with many words. '.repeat(200);
const asked = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Request(`http://localhost${path}`, { headers, method });

/** A site that counts what it made. */
function site(bytes = 1_000_000) {
  const pages = new KeptPages(bytes);
  let made = 0;
  const make = () => {
    made += 1;
    return Promise.resolve(new Response(text, { headers: { 'content-type': 'text/html' } }));
  };
  return { pages, ask: (request: Request) => pages.answer(request, make), made: () => made };
}

describe('kept pages', () => {
  it('are made once and are the same bytes ever after, also for HEAD', async () => {
    const { ask, made } = site();
    const first = await ask(asked('/'));
    const second = await ask(asked('/'));
    const head = await ask(asked('/', {}, 'HEAD'));
    expect(await second.text()).toBe(await first.text());
    expect([...head.headers]).toEqual([...first.headers]);
    expect(await head.text()).toBe('');
    expect(made()).toBe(1);
  });

  it('are kept under the whole address', async () => {
    const { ask, made } = site();
    for (const path of ['/', '/ru', '/explore', '/explore?countries=KZ']) await ask(asked(path));
    await ask(new Request('http://example.org/'));
    expect(made()).toBe(5);
  });

  it.each([
    ['br', (bytes: Uint8Array) => brotliDecompressSync(bytes)],
    ['gzip', (bytes: Uint8Array) => gunzipSync(bytes)],
  ])('are sent in %s to those who take it', async (encoding, read) => {
    const { ask } = site();
    const response = await ask(asked('/', { 'accept-encoding': encoding }));
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toBe('accept-encoding');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(read(bytes).toString()).toBe(text);
  });

  it('are sent in the fewest bytes that a reader takes', async () => {
    const { ask } = site();
    const encodingOf = async (accepted: string) =>
      (await ask(asked('/', { 'accept-encoding': accepted }))).headers.get('content-encoding');
    expect(await encodingOf('gzip, deflate, br, zstd')).toBe('br');
    expect(await encodingOf('gzip, br;q=0')).toBe('gzip');
    expect(await encodingOf('identity')).toBe(null);
  });

  it('have a strong tag of their own in each encoding, by which a reader learns that nothing changed', async () => {
    const { ask } = site();
    const tags = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (accepted) =>
        (await ask(asked('/', { 'accept-encoding': accepted }))).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) {
      expect(tag).toMatch(/^"[0-9a-f]{32}(-\w+)?"$/);
      const response = await ask(asked('/', { 'if-none-match': `"other", ${tag ?? ''}` }));
      expect(response.status).toBe(304);
      expect(response.headers.get('cache-control')).toContain('s-maxage');
    }
    expect((await ask(asked('/', { 'if-none-match': '"other"' }))).status).toBe(200);
  });

  it('are found by the address as it came in, once they were made, and are the same in both ways', async () => {
    const { pages, ask } = site();
    const accepted = 'gzip';
    const reply = (known = '', method = 'GET') => pages.reply('/ of localhost', { method, accepted, known });
    expect(reply()).toBeUndefined();
    const make = () => Promise.resolve(new Response(text, { headers: { 'content-type': 'text/html' } }));
    const response = await pages.answer(asked('/', { 'accept-encoding': accepted }), make, '/ of localhost');
    const headers = [...response.headers].flat();
    expect(reply()).toEqual({ status: 200, headers, body: new Uint8Array(await response.arrayBuffer()) });
    expect(reply('', 'HEAD')).toEqual({ status: 200, headers, body: null });
    expect(reply('', 'POST')).toBeUndefined();
    const unchanged = await ask(asked('/', { 'accept-encoding': accepted, 'if-none-match': '*' }));
    expect(reply('*')).toEqual({ status: 304, headers: [...unchanged.headers].flat(), body: null });
  });

  it('hold no more bytes than they may', async () => {
    const { pages, ask, made } = site(100_000);
    for (let index = 0; index < 100; index += 1) await ask(asked(`/explore?q=${index}`));
    expect(pages.size).toBeLessThanOrEqual(100_000);
    await ask(asked('/explore?q=99'));
    expect(made()).toBe(100);
    await ask(asked('/explore?q=0'));
    expect(made()).toBe(101);
  });

  it('are only answers: an error, a redirection and what is sent to the site are passed on', async () => {
    const pages = new KeptPages(1_000_000);
    const error = new Response('no', { status: 404 });
    expect(await pages.answer(asked('/nothing'), () => Promise.resolve(error))).toBe(error);
    const taken = new Response('taken');
    expect(await pages.answer(asked('/', {}, 'POST'), () => Promise.resolve(taken))).toBe(taken);
    expect(pages.size).toBe(0);
  });
});
