import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { requestHead, ResponseCache, responseOf, Unwanted, webEncoders, type Content } from '../src/index.ts';

const content = (body: string): Content => ({ body, headers: { 'content-type': 'text/plain' } });
const gzipped = requestHead(new Request('http://localhost/', { headers: { 'accept-encoding': 'gzip' } }));

describe('the cache', () => {
  it('holds no more bytes than it may, and lets go of what was not used for the longest', async () => {
    const cache = new ResponseCache(100_000, webEncoders);
    for (let count = 0; count < 500; count += 1) {
      await cache.get(`key ${count}`, () => Promise.resolve(content('x'.repeat(10_000))));
      cache.note(`/address/${count}`, `key ${count}`, count);
    }
    expect(cache.figures().bytes).toBeLessThanOrEqual(100_000);
    expect(cache.figures().entries).toBeGreaterThan(3);
    expect(cache.find('/address/499')?.note).toBe(499);
    expect(cache.find('/address/0')).toBeUndefined();
  });

  it('does not let one answer drive out all others', async () => {
    const cache = new ResponseCache(100_000, webEncoders);
    await cache.get('small', () => Promise.resolve(content('x'.repeat(10_000))));
    const large = await cache.get('large', () => Promise.resolve(content('x'.repeat(60_000))));
    expect([large.bytes.length, cache.figures().entries]).toEqual([60_000, 1]);
  });

  it('makes and compresses an answer once for all who wait for it', async () => {
    let compressed = 0;
    let made = 0;
    const gzip = (bytes: Uint8Array<ArrayBuffer>) => {
      compressed += 1;
      return Promise.resolve(bytes.slice(0, 10));
    };
    const cache = new ResponseCache(1_000_000, { ...webEncoders, compressors: { gzip } });
    const make = () => {
      made += 1;
      return Promise.resolve(content('y'.repeat(5_000)));
    };
    const entries = await Promise.all([1, 2, 3].map(() => cache.get('key', make)));
    const before = cache.figures().bytes;
    await Promise.all(entries.map(async (entry) => cache.reply(gzipped, entry)));
    expect([made, compressed, cache.figures().bytes - before]).toEqual([1, 1, 10]);
    expect(cache.figures()).toMatchObject({ hits: 2, misses: 1 });
  });

  it('makes an answer for each who waited for one that failed, until one does not', async () => {
    const cache = new ResponseCache(1_000_000, webEncoders);
    const made: string[] = [];
    const ask = (name: string, fails: boolean) =>
      cache.get('key', () => {
        made.push(name);
        return fails ? Promise.reject(new Error(name)) : Promise.resolve(content(name));
      });
    const asked = [ask('first', true), ask('second', true), ask('third', false), ask('fourth', false)];
    const [first, second, third, fourth] = await Promise.allSettled(asked);
    expect([first, second]).toMatchObject([{ reason: { message: 'first' } }, { reason: { message: 'second' } }]);
    expect([third?.status, fourth?.status, made]).toEqual(['fulfilled', 'fulfilled', ['first', 'second', 'third']]);
  });

  it('tells a making that nobody waits for it once all who did have left', async () => {
    const cache = new ResponseCache(1_000_000, webEncoders);
    const [one, other] = [new AbortController(), new AbortController()];
    const told: AbortSignal[] = [];
    const make = (left: AbortSignal) => {
      told.push(left);
      return new Promise<Content>((_, reject) => {
        left.addEventListener('abort', () => reject(new Unwanted()));
      });
    };
    const asked = [cache.get('key', make, one.signal), cache.get('key', make, other.signal)];
    one.abort();
    expect(told.map(({ aborted }) => aborted)).toEqual([false]);
    other.abort();
    expect(told[0]?.aborted).toBe(true);
    const refused = (await Promise.allSettled(asked)).map(
      (one) => one.status === 'rejected' && one.reason instanceof Unwanted,
    );
    // The one who shared the making has left too, and has nothing made anew.
    expect([refused, told.length]).toEqual([[true, true], 1]);
    const late = cache.get('key', () => Promise.resolve(content('late')));
    expect((await late).key).toBe('key');
  });

  it('compresses what is not kept each for itself', async () => {
    const cache = new ResponseCache(1_000_000, webEncoders);
    const bodies = ['one '.repeat(1_000), 'two '.repeat(1_000)];
    const replies = bodies.map(async (body) => cache.reply(gzipped, await cache.passing(content(body))));
    const sent = await Promise.all(replies.map(async (reply) => responseOf(await reply).arrayBuffer()));
    expect(sent.map((bytes) => gunzipSync(new Uint8Array(bytes)).toString())).toEqual(bodies);
    expect(cache.figures().entries).toBe(0);
  });

  it('compresses anew what could not be compressed', async () => {
    let tried = 0;
    const gzip = (bytes: Uint8Array<ArrayBuffer>) => {
      tried += 1;
      return tried === 1 ? Promise.reject(new Error('no memory')) : Promise.resolve(bytes.slice(0, 10));
    };
    const cache = new ResponseCache(1_000_000, { ...webEncoders, compressors: { gzip } });
    const entry = await cache.get('key', () => Promise.resolve(content('z'.repeat(5_000))));
    await expect(Promise.resolve(cache.reply(gzipped, entry))).rejects.toThrow('no memory');
    expect((await cache.reply(gzipped, entry)).status).toBe(200);
  });
});
