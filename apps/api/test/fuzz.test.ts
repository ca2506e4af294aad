import { inputFields, type InputField } from '@govexport/router';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApp } from '../src/app.ts';
import { formatsOf } from '../src/answers/answer-operation.ts';
import { packageFiles } from '../src/files/package-files.ts';
import { operations, type Operation } from '../src/operations.ts';
import { Problem } from '../src/problems/problem.ts';
import { dataset } from './app.ts';

/** How many requests are made; `FUZZ_REQUESTS=100000` for a long run. */
const count = Number(process.env['FUZZ_REQUESTS'] ?? 2_000);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

const { fetch } = createApp({ dataset }, { files: packageFiles() });

const hostile = fc.oneof(
  fc.constantFrom(
    '',
    '%',
    '%00',
    '\0',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'NaN',
    '-0',
    '1e999',
    '[]',
    '{}',
  ),
  fc.constantFrom(
    '../../etc/passwd',
    '=1+1',
    "' OR 1=1 --",
    '<script>',
    'true',
    '2007.5',
    '٢٠٠٧',
    '警察',
    '\ud800',
    '9'.repeat(400),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.double().map(String),
  fc.integer().map(String),
);

const ids = fc.constantFrom(...dataset.programs.map(({ id }) => id), ...dataset.sources.map(({ id }) => id));

function likely({ kind, options, minimum, maximum }: InputField): fc.Arbitrary<string> {
  const range = { min: Math.ceil(minimum ?? 0), max: Math.floor(maximum ?? 3_000) };
  switch (kind) {
    case 'list':
      return fc
        .array(options.length > 0 ? fc.constantFrom(...options) : ids, { maxLength: 4 })
        .map((parts) => parts.join(','));
    case 'choice':
      return fc.constantFrom(...options);
    case 'integer':
      return fc.integer(range).map(String);
    case 'number':
      return fc.double({ min: minimum ?? 0, max: maximum ?? 1, noNaN: true }).map(String);
    case 'boolean':
      return fc.constantFrom('true', 'false');
    case 'text':
      return fc.oneof(ids, hostile);
  }
}

interface Asked {
  readonly operation: Operation;
  readonly path: string;
  readonly parameters: readonly [string, string][];
  readonly trpc: boolean;
}

function requestOf(operation: Operation): fc.Arbitrary<Asked> {
  const fields = operation.input === null ? [] : inputFields(operation.input);
  const parameter = fields.map((field) =>
    fc.option(
      fc.tuple(
        fc.constant(field.name),
        fc.oneof({ weight: 12, arbitrary: likely(field) }, { weight: 1, arbitrary: hostile }),
      ),
      {
        freq: 2,
        nil: undefined,
      },
    ),
  );
  const surplus = fc.option(fc.tuple(hostile, hostile), { freq: 1, nil: undefined });
  const usually = { depthSize: 'small' } as const;
  return fc
    .record({
      parameters: fc.tuple(
        ...parameter,
        fc.oneof(usually, { weight: 15, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: surplus }),
      ),
      key: fc.oneof({ weight: 3, arbitrary: ids }, { weight: 1, arbitrary: hostile }),
      ending: fc.constantFrom(
        '',
        '',
        '',
        ...formatsOf(operation)
          .filter((format) => format !== 'xlsx')
          .map((format) => `.${format}`),
      ),
      trpc: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
    })
    .map(({ parameters, key, ending, trpc }) => ({
      operation,
      path: operation.route.replaceAll(/:\w+/g, encode(key)) + ending,
      parameters: parameters.filter((one) => one !== undefined),
      trpc,
    }));
}

/** A half of a pair of surrogates has no encoding; its three bytes are sent as they would be. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')).replaceAll('%EF%BF%BD', '%ED%A0%80');
}

function addressOf({ operation, path, parameters, trpc }: Asked): string {
  const query = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  if (!trpc) return `${path}?${query}`;
  return `/trpc/${operation.id}?input=${encode(JSON.stringify(Object.fromEntries(parameters)))}`;
}

async function judge(request: Asked): Promise<number> {
  const address = addressOf(request);
  const response = await fetch(new Request(`http://localhost${address}`));
  const bytes = await response.text();
  const context = `${address} answers ${response.status}: ${bytes.slice(0, 500)}`;
  expect(response.status, context).toBeLessThan(500);
  if (response.status !== 200) {
    if (!request.trpc) expect(Problem.safeParse(JSON.parse(bytes)).success, context).toBe(true);
    return response.status;
  }
  if (!request.trpc && response.headers.get('content-type') === 'application/json') {
    expect(request.operation.output.safeParse(JSON.parse(bytes)).success, context).toBe(true);
  }
  return response.status;
}

describe('any request', () => {
  it(`of ${count} is answered as described or refused as described`, async () => {
    const statuses = new Map<number, number>();
    const request = fc.oneof(...operations.map(requestOf));
    await fc.assert(
      fc.asyncProperty(request, async (one) => {
        const status = await judge(one);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      { numRuns: count, seed },
    );
    const told = [...statuses].sort().map(([status, times]) => `${times} x ${status}`);
    console.log(`fuzz: ${count} requests over ${operations.length} operations: ${told.join(', ')}; none failed`);
    expect(statuses.get(200)).toBeGreaterThan(count / 10);
    expect(statuses.get(400)).toBeGreaterThan(count / 100);
  }, 3_600_000);

  it('with its parameters in another order has the identical answer', async () => {
    const permuted = fc
      .oneof(...operations.filter(({ input }) => input !== null).map(requestOf))
      .map((request) => ({ ...request, trpc: false }))
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
