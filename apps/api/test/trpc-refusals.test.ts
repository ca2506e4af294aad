import type { AppRouter } from '@govexport/router';
import { createTRPCClient, httpBatchLink, httpBatchStreamLink, httpLink, type TRPCClientError } from '@trpc/client';
import { afterAll, describe, expect, it } from 'vitest';
import { endAll, serve } from './server-process.ts';

const { origin, port } = await serve({ RATE_LIMIT: '0' });
afterAll(endAll);

type Link = Parameters<typeof createTRPCClient<AppRouter>>[0]['links'][number];

/** What the calls of one client are refused with: each of them, as its author sees it. */
async function refusals(link: Link, count: number, id = 'GX-0001') {
  const client = createTRPCClient<AppRouter>({ links: [link] });
  const calls = Array.from({ length: count }, (_, place) => client.programs.get.query({ id: id + ' '.repeat(place) }));
  const results = await Promise.allSettled(calls);
  return results.map((result) => {
    if (result.status === 'fulfilled') return 'answered';
    const { message, data } = result.reason as TRPCClientError<AppRouter>;
    const { code, httpStatus, problem } = data ?? {};
    return { message, code, httpStatus, problem: problem?.code };
  });
}

const url = `${origin}/trpc`;
const links = [
  ['httpBatchLink', httpBatchLink],
  ['httpBatchStreamLink', httpBatchStreamLink],
  ['httpLink', httpLink],
] as const;

describe('a request below /trpc that is refused', () => {
  it.each(links.slice(0, 2))('by %s since its batch is too large tells each call', async (_, link) => {
    const told = await refusals(link({ url }), 26);
    const message = 'The batch holds 26 calls; allowed are at most 25.';
    expect(told).toEqual(
      told.map(() => ({ message, code: 'PAYLOAD_TOO_LARGE', httpStatus: 413, problem: 'content-too-large' })),
    );
  });

  it.each(links)('by %s since it is a POST tells each call', async (_, link) => {
    const told = await refusals(link({ url, methodOverride: 'POST' }), 3);
    const message = 'The method POST is not allowed; allowed are GET and HEAD.';
    expect(told).toEqual(
      told.map(() => ({ message, code: 'METHOD_NOT_SUPPORTED', httpStatus: 405, problem: 'method-not-allowed' })),
    );
  });

  it.each(links)('by %s since its address is too long tells each call', async (_, link) => {
    const told = await refusals(link({ url }), 2, 'x'.repeat(9_000));
    for (const one of told) {
      expect(one).toMatchObject({ code: 'BAD_REQUEST' });
      expect(['address-too-long', 'headers-too-large']).toContain((one as { problem: string }).problem);
    }
  });

  it.each(links)('by %s since the client has asked too much tells each call', async (_, link) => {
    const limited = await serve({ RATE_LIMIT: '1' });
    await fetch(`${limited.origin}/v1/meta`);
    const told = await refusals(link({ url: `${limited.origin}/trpc` }), 2);
    expect(told).toEqual(
      told.map((): unknown => expect.objectContaining({ code: 'TOO_MANY_REQUESTS', httpStatus: 429 })),
    );
  });

  it.each([
    ['an address that is no call', '/trpc/?batch=1', {}, 404],
    ['a batch with percent signs that say nothing', '/trpc/%,%?batch=1', {}, 404],
    ['a body', '/trpc/meta,meta?batch=1', { method: 'POST', body: 'x'.repeat(70_000) }, 413],
    ['a method of no name', '/trpc/meta', { method: 'BREW' }, 400],
  ] as const)('for %s is in the form of tRPC', async (...example) => {
    const [, path, init, status] = example;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const told = await response.json();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(Array.isArray(told)).toBe(path.includes('batch=1'));
    const error = {
      message: expect.any(String) as string,
      code: expect.any(Number) as number,
      data: { httpStatus: status },
    };
    expect([told].flat()[0]).toMatchObject({ error });
  });
});
