import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Problem } from '../src/problems/problem.ts';
import { endAll, serve } from './server-process.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks a server over a socket; what is compressed by gzip is read. */
async function ask(address: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const asked = request(address, { method, headers });
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const body = await text(response.headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response);
  return { status: response.statusCode, headers: response.headers, body };
}

/** What differs between two answers that say the same. */
function stable({ status, headers, body }: Answer) {
  const { date, 'x-request-id': id, ratelimit, ...others } = headers;
  return { status, headers: others, body, has: [date, id, ratelimit].map((value) => typeof value) };
}

const path = '/v1/statistics/trend';

describe('an answer that is kept', async () => {
  const { origin } = await serve({ RATE_LIMIT: '12' });
  const { origin: generous } = await serve();
  afterAll(endAll);

  it.each([
    ['GET', {}, 200],
    ['HEAD', {}, 200],
    ['GET', { 'accept-encoding': 'gzip' }, 200],
    ['GET', { range: 'bytes=10-19' }, 206],
    ['GET', { range: 'bytes=999999-' }, 416],
    ['GET', { 'if-none-match': '*' }, 304],
  ] as const)('is the one that was made: %s with %j', async (method, headers, status) => {
    // Another level each time, so that the first answer is made and the second one kept.
    const address = `${generous}${path}?level=0.9${status}${method.length}${JSON.stringify(headers).length}`;
    const made = await ask(address, method, headers);
    const kept = await ask(address, method, headers);
    expect(made.status).toBe(status);
    expect(stable(kept)).toEqual({ ...stable(made), body: expect.any(String) as string });
    if (status !== 416) expect(kept.body).toBe(made.body);
    expect(kept.headers['x-request-id']).not.toBe(made.headers['x-request-id']);
  });

  it('is sent to a usable host only', async () => {
    await ask(`${generous}${path}`);
    const { status, body } = await ask(`${generous}${path}`, 'GET', { host: 'no host' });
    expect([status, Problem.parse(JSON.parse(body)).code]).toEqual([400, 'invalid-input']);
  });

  it('is not sent in answer to another method', async () => {
    await ask(`${generous}${path}`);
    const { status, headers } = await ask(`${generous}${path}`, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('counts against the limit of a client like any other', async () => {
    const answers = [];
    for (let count = 0; count < 13; count += 1) answers.push(await ask(`${origin}${path}`));
    const [last] = answers.slice(-1);
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 12 }, () => 200), 429]);
    expect(answers.slice(0, 2).map(({ headers }) => headers.ratelimit)).toEqual([
      expect.stringMatching(/^"client";r=11;t=/),
      expect.stringMatching(/^"client";r=10;t=/),
    ]);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect(Problem.parse(JSON.parse(last?.body ?? '')).code).toBe('too-many-requests');
  });
});
