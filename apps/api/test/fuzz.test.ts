import { addressedOperations, inputFields } from '@govexport/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { packageFiles } from '../src/files/package-files.ts';
import { Problem } from '../src/problems/problem.ts';
import { dataset } from './app.ts';
import { addressOf, requestOf, type Asked } from './fuzz-requests.ts';

/** How many requests are made; `FUZZ_REQUESTS=100000` for a long run. */
const count = Number(process.env['FUZZ_REQUESTS'] ?? 2_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

const files = packageFiles();
const { fetch } = createApp({ dataset }, { files });

/** Whether a path is that of a file, which stands before an operation of the same address. */
function isFile(path: string): boolean {
  return files.has(path.slice(`/v1/data/${dataset.meta.version}/`.length));
}

async function judge(request: Asked): Promise<number> {
  const address = addressOf(request);
  const { method, headers: given } = request;
  const response = await fetch(new Request(`http://localhost${address}`, { method, headers: given }));
  const bytes = await response.text();
  const context = `${method} ${address} with ${JSON.stringify(given)} answers ${response.status}: ${bytes.slice(0, 500)}`;
  expect(response.status, context).toBeLessThan(500);
  if (method === 'HEAD') {
    expect(bytes, context).toBe('');
    expect(response.status, context).not.toBe(204);
    return response.status;
  }
  // Neither has a body of its own: nothing has changed, and part of an answer.
  if (response.status === 304 || response.status === 206) return response.status;
  if (response.status !== 200) {
    if (!request.trpc) expect(Problem.safeParse(JSON.parse(bytes)).success, context).toBe(true);
    return response.status;
  }
  const isJson = response.headers.get('content-type') === 'application/json';
  if (isJson && !response.headers.has('content-encoding') && !isFile(request.path)) {
    const answer = JSON.parse(bytes) as { result?: { data: unknown } };
    expect(request.operation.output.safeParse(request.trpc ? answer.result?.data : answer).success, context).toBe(true);
  }
  return response.status;
}

describe('any request', () => {
  it(`of ${count} is answered as described or refused as described`, async () => {
    const statuses = new Map<number, number>();
    const request = fc.oneof(...addressedOperations.map(requestOf));
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const status = await judge(one);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      { numRuns: count, seed },
    );
    const told = [...statuses].sort().map(([status, times]) => `${times} x ${status}`);
    console.log(
      `fuzz: ${count} requests over ${addressedOperations.length} operations: ${told.join(', ')}; none failed`,
    );
    expect(statuses.get(200)).toBeGreaterThan(count / 10);
    expect(statuses.get(400)).toBeGreaterThan(count / 100);
  }, 3_600_000);

  it('with its parameters in another order has the identical answer', async () => {
    const permuted = fc
      .oneof(...addressedOperations.filter(({ input }) => inputFields(input).length > 0).map(requestOf))
      .map((request) => ({ ...request, trpc: false, method: 'GET', headers: {} }))
      .chain((request) =>
        fc.record({
          request: fc.constant(request),
          order: fc.shuffledSubarray([...request.parameters], { minLength: request.parameters.length }),
        }),
      );
    await fc.assert(
      fc.asyncProperty(permuted, async ({ request, order }) => {
        expect(await answerOf({ ...request, parameters: order })).toEqual(await answerOf(request));
      }),
      { numRuns: 300, seed },
    );
  });
});

/** Without the words of a refusal: they name the inputs in the order in which they were given. */
async function answerOf(request: Asked) {
  const response = await fetch(new Request(`http://localhost${addressOf(request)}`));
  return response.status === 200 ? { status: 200, body: await response.text() } : { status: response.status };
}
