import { turnsBetween } from '@govexport/http';
import { createCaller } from '@govexport/router';
import { statisticsProgram } from '@govexport/router/node';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { app, dataset } from './app.ts';
import { endAll, rawConnection, serve } from './server-process.ts';

afterAll(endAll);

/** A statistic that takes a while; each seed asks for another answer. */
const heavy = (seed: number) => `/v1/statistics/trend?permutations=100000&seed=${seed}`;
const seeds = (count: number) => Array.from({ length: count }, (_, place) => place + 1);

/** What a server has to compute. */
async function questions(origin: string): Promise<{ computed: number; waiting: number }> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^govexport_questions_${name} (\\d+)$`, 'm').exec(text)?.[1]);
  return { computed: figure('computed'), waiting: figure('waiting') };
}

/** Waits until as many statistics as that are computed or wait. */
async function untilOnTheWay(origin: string, count: number): Promise<void> {
  for (;;) {
    const { computed, waiting } = await questions(origin);
    if (computed + waiting === count) return;
  }
}

/** Asks for many statistics, each over a connection of its own; what comes back is not waited for. */
async function askAll(port: number, paths: readonly string[], from = '127.0.0.1') {
  const connections = await Promise.all(paths.map(() => rawConnection(port, from)));
  for (const [place, { write }] of connections.entries())
    write(`GET ${paths[place] ?? ''} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  return connections;
}

describe('answers that take long', () => {
  it('begin one after another, and the host does what waits in between', async () => {
    const done: string[] = [];
    let number = 0;
    const next = turnsBetween(() => {
      number += 1;
      done.push(`pause ${number}`);
      return Promise.resolve();
    });
    await Promise.all(seeds(3).map((one) => next().then(() => done.push(`turn ${one}`))));
    expect(done.filter((one) => one.startsWith('turn'))).toEqual(['turn 1', 'turn 2', 'turn 3']);
    expect(done.indexOf('turn 1')).toBeLessThan(done.indexOf('turn 3'));
    expect(number).toBe(3);
  });

  it('keep no light answer waiting, on a fresh connection or a kept one, alone or in a batch', async () => {
    const { origin, port } = await serve();
    const input = JSON.stringify(
      Object.fromEntries(seeds(25).map((seed) => [seed - 1, { seed: seed + 1_000, permutations: 100_000 }])),
    );
    const batch = `/trpc/${seeds(25)
      .map(() => 'statistics.trend')
      .join(',')}?batch=1&input=${encodeURIComponent(input)}`;
    const connections = await askAll(port, [...seeds(275).map(heavy), batch]);
    await untilOnTheWay(origin, 300);
    for (const path of ['/healthz', '/v1/programs?limit=7', '/v1/programs/GX-0001', '/v1/programs/facets', '/v1/meta'])
      for (const connection of ['close', 'keep-alive'])
        expect([path, (await fetch(origin + path, { headers: { connection } })).status]).toEqual([path, 200]);
    const { computed, waiting } = await questions(origin);
    expect(computed + waiting).toBeGreaterThan(200);
    for (const { end } of connections) end();
    await untilOnTheWay(origin, 0);
  });

  it('are computed in rotation by client', async () => {
    const { origin, port } = await serve({ WORKERS: '1' });
    await askAll(port, seeds(40).map(heavy));
    await untilOnTheWay(origin, 40);
    const [other] = await askAll(port, [heavy(99)], '127.0.0.2');
    expect(await other?.answer).toMatch(/^HTTP\/1\.1 200 OK/);
    expect((await questions(origin)).waiting).toBeGreaterThan(30);
  });

  it('are dropped once nobody waits for them, also those that are computed, and those behind them on a connection', async () => {
    const { origin, port } = await serve({ WORKERS: '1' });
    const { write, end } = await rawConnection(port);
    for (const seed of seeds(20)) write(`GET ${heavy(seed)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    await untilOnTheWay(origin, 20);
    end();
    await untilOnTheWay(origin, 0);
    // A worker is there for the next one.
    expect((await fetch(origin + heavy(21))).status).toBe(200);
    const text = await (await fetch(`${origin}/metrics`)).text();
    const left = /govexport_requests_total\{route="none",method="GET",status="499"\} (\d+)/.exec(text)?.[1];
    expect(Number(left)).toBeGreaterThan(15);
  });

  it('are computed to the end for one that waits for the same as one that has gone', async () => {
    const { origin, port } = await serve({ WORKERS: '1' });
    const [first] = await askAll(port, [heavy(1)]);
    await untilOnTheWay(origin, 1);
    const second = fetch(origin + heavy(1));
    // The second has come in by the time that these are answered.
    for (let probe = 0; probe < 3; probe += 1) await (await fetch(`${origin}/healthz`)).text();
    first?.end();
    expect((await second).status).toBe(200);
    const text = await (await fetch(`${origin}/metrics`)).text();
    expect(text).toMatch(/^govexport_cache_misses 1$/m);
  });

  it('are refused where too many wait, the newest of whoever asks for the most', async () => {
    const { origin, port } = await serve({ WORKERS: '1', QUESTIONS_WAITING: '10' });
    const crowd = await askAll(port, seeds(11).map(heavy));
    await untilOnTheWay(origin, 11);
    const [one] = await askAll(port, [heavy(98)], '127.0.0.2');
    const refused = await Promise.race(crowd.map(({ answer }) => answer));
    expect(refused).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
    expect(refused).toMatch(/\r\nretry-after: 5\r\n/);
    expect(refused).toContain('10 statistics wait to be computed; allowed are no more: ask again in a few seconds.');
    const input = encodeURIComponent('{"seed":97,"permutations":100000}');
    const call = await fetch(`${origin}/trpc/statistics.trend?input=${input}`);
    expect([call.status, call.headers.get('retry-after'), await call.json()]).toMatchObject([
      503,
      '5',
      { error: { data: { code: 'SERVICE_UNAVAILABLE', problem: { code: 'unavailable' } } } },
    ]);
    expect(await one?.answer).toMatch(/^HTTP\/1\.1 200 OK/);
  });

  it('are refused where they take too long', async () => {
    const { refuse } = statisticsProgram(dataset);
    const { fetch: ask } = createApp(
      { dataset },
      {
        compute: (question) =>
          question.statistic === 'trend'
            ? Promise.reject(refuse('slow', question, { waiting: 1, seconds: 7 }))
            : createCaller({ dataset }).statistics.overview(),
      },
    );
    const sentence =
      'The statistic trend takes longer than 7 s with this input; ask for less, such as fewer records or permutations.';
    const response = await ask(new Request(`http://localhost${heavy(1)}`));
    expect([response.status, await response.json()]).toMatchObject([504, { code: 'too-slow', detail: sentence }]);
    const input = encodeURIComponent('{"0":{"seed":1},"1":{}}');
    const calls = await ask(
      new Request(`http://localhost/trpc/statistics.trend,statistics.overview?batch=1&input=${input}`),
    );
    expect([calls.status, await calls.json()]).toMatchObject([
      207,
      [{ error: { message: sentence, data: { code: 'GATEWAY_TIMEOUT' } } }, { result: {} }],
    ]);
  });

  it('say the same as in the thread of the server', async () => {
    const { origin } = await serve();
    for (const path of [
      '/v1/statistics/reliability',
      '/v1/statistics/hosts.csv',
      '/v1/statistics/share?attribute=fame',
    ]) {
      const here = await app.fetch(new Request(`http://localhost${path}`, { headers: { 'x-request-id': 'same' } }));
      const there = await fetch(origin + path, { headers: { 'x-request-id': 'same' } });
      expect([there.status, await there.text()]).toEqual([here.status, await here.text()]);
    }
  });
});
