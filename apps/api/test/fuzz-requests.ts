import {
  decodeQuery,
  fieldsIn,
  inputFields,
  publishedDataset,
  pathInputs,
  type AddressedOperation,
  type InputField,
} from '@govexport/router';
import fc from 'fast-check';
import { formatsOf } from '../src/answers/answer-operation.ts';
import { dataset } from './app.ts';

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

/** A request as it is made up. */
export interface Asked {
  readonly operation: AddressedOperation;
  readonly path: string;
  readonly parameters: readonly [string, string][];
  readonly trpc: boolean;
  readonly method: string;
  readonly headers: Record<string, string>;
}

/** Headers that change how an answer is given, right and wrong ones. */
const headers = fc.record(
  {
    accept: fc.constantFrom('*/*', 'application/json', 'text/csv', 'text/html', 'image/webp', ';;q=2', ''),
    'accept-encoding': fc.constantFrom('br', 'gzip', 'identity;q=0', 'br;q=x', '*'),
    range: fc.constantFrom('bytes=0-9', 'bytes=-1', 'bytes=99999999-', 'bytes=9-0', 'lines=1-2', 'bytes=0-1,3-4'),
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"x", *', ','),
    'x-request-id': fc.constantFrom('mine', '<script>', 'x'.repeat(200)),
  },
  { requiredKeys: [] },
);

/** A part of the path: the id of any record, what the example of the operation has there, or anything. */
function keyOf({ example }: AddressedOperation, name: string): fc.Arbitrary<string> {
  const part = example?.[name];
  return fc.oneof(
    { weight: 2, arbitrary: ids },
    { weight: 3, arbitrary: fc.constant(typeof part === 'string' ? part : '') },
    { weight: 1, arbitrary: hostile },
  );
}

/** Requests for an operation. */
export function requestOf(operation: AddressedOperation): fc.Arbitrary<Asked> {
  const fields = fieldsIn(inputFields(operation.input), publishedDataset().meta);
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
  const pictured = fc.tuple(fc.constant('language'), fc.oneof(fc.constantFrom('en', 'ru', 'zh', ''), hostile));
  const surplus = fc.option(fc.tuple(hostile, hostile), { freq: 1, nil: undefined });
  const usually = { depthSize: 'small' } as const;
  return fc
    .record({
      parameters: fc.tuple(
        ...parameter,
        fc.oneof(
          usually,
          { weight: 15, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: surplus },
          { weight: formatsOf(operation).includes('svg') ? 4 : 0, arbitrary: pictured },
        ),
      ),
      keys: fc.tuple(...pathInputs(operation.path).map((name) => keyOf(operation, name))),
      versioned: fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0),
      method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD'),
      headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: headers }),
      ending: fc.constantFrom(
        '',
        '',
        '',
        ...formatsOf(operation)
          // What takes longest to write and to draw has tests of its own.
          .filter((format) => format !== 'xlsx' && format !== 'png')
          .map((format) => `.${format}`),
      ),
      trpc: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
    })
    .map(({ parameters, keys, versioned, ending, ...others }) => {
      const place = versioned ? `/v1/data/${dataset.meta.version}` : '/v1';
      const left = [...keys];
      const path = operation.path.replaceAll(/:\w+/g, () => encode(left.shift() ?? ''));
      return {
        ...others,
        operation,
        path: place + path + ending,
        parameters: parameters.filter((one) => one !== undefined),
      };
    });
}

/** A half of a pair of surrogates has no encoding; its three bytes are sent as they would be. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')).replaceAll('%EF%BF%BD', '%ED%A0%80');
}

/** The address of a request. */
export function addressOf({ operation, path, parameters, trpc }: Asked): string {
  const query = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  if (!trpc) return `${path}?${query}`;
  return `/trpc/${operation.id}?input=${encode(JSON.stringify(trpcInput(operation, parameters)))}`;
}

/** The input of a call: with the types that it has where the parameters can be read, as texts where not. */
function trpcInput({ input }: AddressedOperation, parameters: Asked['parameters']): unknown {
  try {
    return decodeQuery(input, parameters);
  } catch {
    // A call may hold anything.
  }
  return Object.fromEntries(parameters);
}
