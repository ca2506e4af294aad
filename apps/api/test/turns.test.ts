import { afterAll, describe, expect, it } from 'vitest';
import { turnsBetween } from '../src/answers/turns.ts';
import { endAll, rawConnection, serve } from './server-process.ts';

afterAll(endAll);

/** A statistic that keeps the server busy for a while; each seed asks for another answer. */
const heavy = (seed: number) => `/v1/statistics/reliability?seed=${seed}`;
const many = [1, 2, 3, 4, 5, 6, 7, 8];

/** What is in the figures of a server. */
async function figure(origin: string, line: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.slice(line.length) ?? 0,
  );
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
    await Promise.all(many.slice(0, 3).map((one) => next().then(() => done.push(`turn ${one}`))));
    expect(done.filter((one) => one.startsWith('turn'))).toEqual(['turn 1', 'turn 2', 'turn 3']);
    expect(done.indexOf('turn 1')).toBeLessThan(done.indexOf('turn 3'));
    expect(number).toBe(3);
  });

  it('leave room for a probe of the health, one by one and in a batch', async () => {
    const { origin } = await serve();
    const input = JSON.stringify(Object.fromEntries(many.map((seed) => [seed - 1, { seed: seed + 100 }])));
    const batch = `/trpc/${many.map(() => 'statistics.reliability').join(',')}?batch=1&input=${encodeURIComponent(input)}`;
    for (const paths of [many.map(heavy), [batch]]) {
      const answered: string[] = [];
      const ask = async (path: string) => {
        const response = await fetch(origin + path);
        await response.text();
        expect(response.status).toBe(200);
        answered.push(path);
      };
      const heavies = paths.map(ask);
      // Each probe waits for the answer that is being made, and perhaps for the next one while it is let in.
      for (let probe = 0; probe < 2; probe += 1) await ask('/healthz');
      const heaviesBefore = answered.filter((path) => path !== '/healthz').length;
      await Promise.all(heavies);
      expect(heaviesBefore).toBeLessThan(paths.length);
    }
  });

  it('are not made for clients that have gone, but for one that waits for the same', async () => {
    const { origin, port } = await serve();
    const before = await figure(origin, 'govexport_cache_entries');
    const connections = await Promise.all(many.map(() => rawConnection(port)));
    for (const [place, { write }] of connections.entries())
      write(`GET ${heavy(place + 1)} HTTP/1.1\r\nHost: x\r\n\r\n`);
    const waiting = fetch(`${origin}${heavy(many.length)}`);
    for (const { end } of connections) end();
    expect((await waiting).status).toBe(200);
    const made = (await figure(origin, 'govexport_cache_entries')) - before;
    const left = await figure(origin, 'govexport_requests_total{route="none",method="GET",status="499"}');
    expect(made + left).toBeGreaterThanOrEqual(many.length);
    expect(left).toBeGreaterThan(0);
  });
});
