import { z } from 'zod';
import { templateOf } from '../addresses/index-page.ts';
import { pathInputs, type Operation } from '../operations.ts';

type Json = Record<string, unknown>;

/** The parameters of an operation. A list is one parameter, its values separated by commas. */
export function parametersOf(operation: Operation): Json[] {
  if (operation.input === null) return [];
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input' }) as { properties?: Record<string, Json> };
  const inPath = pathInputs(operation);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name),
    description,
    ...(schema.type === 'array' && { style: 'form', explode: false }),
    schema: withoutNull(schema),
    ...(operation.example?.[name] !== undefined && { example: exampleOf(schema, operation.example[name]) }),
  }));
}

/** The address of the example of an operation, without its origin; null where there is no example. */
export function exampleAddress(operation: Operation): string | null {
  const { example } = operation;
  if (example === null) return null;
  const inPath = pathInputs(operation);
  const path = inPath.reduce(
    (address, name) => address.replace(`{${name}}`, encodeURIComponent(example[name] ?? '')),
    templateOf(operation.route),
  );
  const query = Object.entries(example)
    .filter(([name]) => !inPath.includes(name))
    // Commas stand as they are, as people write them.
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

function exampleOf({ type, anyOf }: Json, text: string): unknown {
  if (type === 'array') return text.split(',');
  const numeric = type === 'integer' || JSON.stringify(anyOf ?? '').includes('"integer"');
  return numeric ? Number(text) : text;
}

/** In an address a value that is not given is null; there is no text for it. */
function withoutNull(schema: Json): Json {
  const { anyOf, ...rest } = schema as Json & { anyOf?: Json[] };
  const value = anyOf?.find(({ type }) => type !== 'null');
  const { default: usual, ...plain } = rest;
  return { ...value, ...plain, ...(usual !== undefined && usual !== null && { default: usual }) };
}
