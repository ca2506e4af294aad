import { requestHead, responseOf } from '@govexport/http';
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

  it('are made once for all who ask at the same time, and for each of them where there is no page', async () => {
    const { ask, made } = site();
    const answers = await Promise.all([1, 2, 3].map(() => ask(asked('/'))));
    expect([made(), await Promise.all(answers.map((answer) => answer.text()))]).toEqual([1, [text, text, text]]);
    const pages = new KeptPages(1_000_000);
    const refuse = () => Promise.resolve(new Response('no', { status: 404 }));
    const refusals = await Promise.all([1, 2].map(() => pages.answer(asked('/nothing'), refuse)));
    expect(await Promise.all(refusals.map((refusal) => refusal.text()))).toEqual(['no', 'no']);
  });

  it('are compressed as far as it goes where they hold no choice', async () => {
    const { ask } = site();
    const length = async (path: string) =>
      Number((await ask(asked(path, { 'accept-encoding': 'br' }))).headers.get('content-length'));
    expect(await length('/')).toBeLessThan(await length('/explore?countries=KZ'));
  });

  it('may be kept by shared caches for five minutes, where they say nothing else', async () => {
    const { pages, ask } = site();
    expect((await ask(asked('/'))).headers.get('cache-control')).toContain('s-maxage=300');
    const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=300' };
    const chart = await pages.answer(asked('/chart'), () => Promise.resolve(new Response(text, { headers })));
    expect(chart.headers.get('cache-control')).toBe('public, max-age=300');
  });

  it('are found by the address as it came in, once they were made, and are the same in both ways', async () => {
    const { pages, ask } = site();
    const accepted = { 'accept-encoding': 'gzip' };
    const reply = (headers: Record<string, string> = {}, method = 'GET') =>
      pages.reply('/ of localhost', requestHead(asked('/', { ...accepted, ...headers }, method)));
    expect(reply()).toBeUndefined();
    const make = () => Promise.resolve(new Response(text, { headers: { 'content-type': 'text/html' } }));
    const incoming = { headers: accepted, socket: {} };
    const response = await pages.answer(asked('/', accepted), make, { incoming, address: '/ of localhost' });
    const body = new Uint8Array(await response.arrayBuffer());
    const sent = async (headers: Record<string, string> = {}, method = 'GET') => {
      const found = await reply(headers, method);
      const record = found && Object.fromEntries(responseOf({ ...found, body: null }).headers);
      return { status: found?.status, headers: record, body: found?.body };
    };
    const headers = Object.fromEntries(response.headers);
    expect(await sent()).toEqual({ status: 200, headers, body });
    expect(await sent({}, 'HEAD')).toEqual({ status: 200, headers, body: null });
    const unchanged = await ask(asked('/', { ...accepted, 'if-none-match': '*' }));
    expect(await sent({ 'if-none-match': '*' })).toEqual({
      status: 304,
      headers: Object.fromEntries(unchanged.headers),
      body: null,
    });
    expect(reply({}, 'POST')).toBeUndefined();
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
