import { readFileSync } from 'node:fs';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { requestHead, ResponseCache, responseOf, webEncoders, type Content, type Entry } from '../src/index.ts';
import { nodeEncoders } from '../src/node.ts';

const text = 'An answer with many words. '.repeat(200);
const type = 'text/plain; charset=utf-8';
const cache = new ResponseCache(1_000_000, nodeEncoders);
let entry: Entry;
beforeAll(async () => {
  entry = await cache.passing({ body: text, headers: { 'content-type': type, 'content-language': 'en' } });
});

/** What a request is answered. */
async function ask(headers: Record<string, string> = {}, method = 'GET', of = { cache, entry }) {
  const head = requestHead(new Request('http://localhost/', { headers, method }));
  const { status, headers: sent, body } = await of.cache.reply(head, of.entry, 'public, max-age=60');
  const record = Object.fromEntries(responseOf({ status, headers: sent, body: null }).headers);
  return { status, headers: record, body: body ?? new Uint8Array() };
}

describe('an answer', () => {
  it('has the headers of its content, its length, its ETag and how long it may be kept', async () => {
    const { status, headers, body } = await ask();
    expect([status, Buffer.from(body).toString()]).toEqual([200, text]);
    expect(headers).toEqual({
      'content-type': type,
      'content-language': 'en',
      'content-length': String(text.length),
      'cache-control': 'public, max-age=60',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) as string,
      vary: 'Accept-Encoding',
    });
  });

  it('to HEAD has the same headers and no body', async () => {
    for (const asked of [{}, { 'accept-encoding': 'br' }]) {
      const { status, headers, body } = await ask(asked, 'HEAD');
      expect([status, headers, body.length]).toEqual([200, (await ask(asked)).headers, 0]);
    }
  });

  it.each([
    ['br', (bytes: Uint8Array) => brotliDecompressSync(bytes)],
    ['gzip', (bytes: Uint8Array) => gunzipSync(bytes)],
  ])('is sent in %s to those who take it', async (encoding, read) => {
    const { headers, body } = await ask({ 'accept-encoding': encoding });
    expect(headers).toMatchObject({ 'content-encoding': encoding, 'content-length': String(body.length) });
    expect(read(body).toString()).toBe(text);
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, br;q=0', 'gzip'],
    ['*', 'br'],
    ['identity', undefined],
    ['', undefined],
  ])('is sent in the fewest bytes that a client takes: %j', async (accepted, encoding) => {
    expect((await ask({ 'accept-encoding': accepted })).headers['content-encoding']).toBe(encoding);
  });

  it('is offered in those encodings only that the host makes', async () => {
    const plain = new ResponseCache(1_000_000, webEncoders);
    const of = { cache: plain, entry: await plain.passing({ body: text, headers: { 'content-type': type } }) };
    const br = await ask({ 'accept-encoding': 'br' }, 'GET', of);
    expect([br.headers['content-encoding'], Buffer.from(br.body).toString()]).toEqual([undefined, text]);
    const { headers } = await ask({ 'accept-encoding': 'br, gzip' }, 'GET', of);
    expect(headers['content-encoding']).toBe('gzip');
  });

  it('is not compressed where that gains nothing, and then does not vary by it', async () => {
    const contents: Content[] = [
      { body: 'short', headers: { 'content-type': type } },
      { body: text, headers: { 'content-type': 'image/png' } },
      { body: text, headers: { 'content-type': 'application/zip', vary: 'Accept' } },
    ];
    const sent = await Promise.all(
      contents.map(async (content) => {
        const { headers } = await ask({ 'accept-encoding': 'br' }, 'GET', {
          cache,
          entry: await cache.passing(content),
        });
        return [headers['content-encoding'], headers['vary']];
      }),
    );
    expect(sent).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, 'Accept'],
    ]);
  });

  it('has a strong ETag of its own in each encoding, by which a client learns that nothing changed', async () => {
    const encodings = ['identity', 'gzip', 'br'];
    const tags = await Promise.all(
      encodings.map(async (accepted) => (await ask({ 'accept-encoding': accepted })).headers['etag'] ?? ''),
    );
    expect(new Set(tags).size).toBe(encodings.length);
    for (const [place, etag] of tags.entries()) {
      const asked = { 'accept-encoding': encodings[place] ?? '' };
      for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
        const { status, headers, body } = await ask({ ...asked, 'if-none-match': known });
        expect([status, body.length]).toEqual([304, 0]);
        const { 'content-language': language, 'cache-control': control, vary } = (await ask(asked)).headers;
        expect(headers).toEqual({ etag, vary, 'content-language': language, 'cache-control': control });
      }
      const others = tags.filter((tag) => tag !== etag).join(', ');
      expect((await ask({ ...asked, 'if-none-match': others })).status).toBe(200);
    }
  });

  it.each([
    ['bytes=0-9', 0, 9],
    ['bytes=5390-', 5_390, 5_399],
    ['bytes=-5', 5_395, 5_399],
    ['bytes=-9999', 0, 5_399],
    ['bytes=0-99999', 0, 5_399],
  ])('is sent in part: %s', async (range, first, last) => {
    // A part counts bytes of the answer as it is, whatever else the client takes.
    const { status, headers, body } = await ask({ range, 'accept-encoding': 'br' });
    expect([status, Buffer.from(body).toString()]).toEqual([206, text.slice(first, last + 1)]);
    expect(headers).toMatchObject({
      'content-range': `bytes ${first}-${last}/${text.length}`,
      'content-length': String(last + 1 - first),
      etag: (await ask()).headers['etag'],
    });
  });

  it.each(['bytes=5400-', 'bytes=9999-99999', 'bytes=-0'])('has no part %s', async (range) => {
    const { status, headers, body } = await ask({ range });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${text.length}`]);
    expect(Buffer.from(body).toString()).toBe(`range is "${range}"; allowed is a range within 0-5399.\n`);
  });

  it.each([
    [{ range: 'bytes=0-1,5-6' }],
    [{ range: 'lines=0-1' }],
    [{ range: 'bytes=9-1' }],
    [{ range: 'bytes=-' }],
    [{ range: 'bytes=0-1', 'if-range': '"other"' }],
  ])('is sent whole for %j', async (asked) => {
    const { status, body } = await ask(asked);
    expect([status, body.length]).toEqual([200, text.length]);
  });

  it('is named alike on every host', async () => {
    const bytes = new TextEncoder().encode('Программа 培训');
    expect(await nodeEncoders.digest(bytes)).toBe(await webEncoders.digest(bytes));
  });

  it('takes fewer bytes with the best effort', async () => {
    const body = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const headers = { 'content-type': type };
    const [quick = 0, best = 0] = await Promise.all(
      (['quick', 'best'] as const).map(async (effort) => {
        const of = { cache, entry: await cache.passing({ body, headers, effort }) };
        return (await ask({ 'accept-encoding': 'br' }, 'GET', of)).body.length;
      }),
    );
    expect(best).toBeLessThan(quick);
  });
});
