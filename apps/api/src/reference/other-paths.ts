import { markParameter } from '../formats/own-parameters.ts';
import { refusals } from './problem-responses.ts';
import { typeName } from './schemas.ts';

/** Values of an example for each part of an address. */
const examples: Readonly<Record<string, string>> = {
  table: 'programs',
  path: 'datapackage.json',
  code: 'not-found',
  procedure: 'meta',
};

const types: Readonly<Record<string, string>> = {
  '/v1/codebook.md': 'text/markdown',
  '/reference': 'text/html',
  '/metrics': 'text/plain',
  '/v1/data/{version}/{path}': '*/*',
};

/** What the parts of an address hold. */
const meanings: Readonly<Record<string, string>> = {
  table: 'Name of a table.',
  path: 'Path of a file of the dataset package, or of an address below /v1.',
  version: 'Version of the data that is served.',
  code: 'Code of a kind of problem.',
  procedure: 'Names of procedures, separated by commas in a batch.',
};

/** The addresses beside the operations, described. */
export function otherPaths(addresses: Readonly<Record<string, string>>, version: string): Record<string, object> {
  return Object.fromEntries(
    Object.entries(addresses).map(([address, meaning]) => [address, { get: describe(address, { meaning, version }) }]),
  );
}

function describe(address: string, { meaning, version }: { meaning: string; version: string }): object {
  const names = [...address.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const summary = meaning.charAt(0).toUpperCase() + meaning.slice(1);
  const answer = { description: summary, content: { [types[address] ?? 'application/json']: {} } };
  return {
    operationId: address.replaceAll(/[^a-z0-9]+/gi, '_').replaceAll(/^_|_$/g, ''),
    tags: [address.startsWith('/v1/') ? 'Dataset' : 'Service'],
    summary,
    description: `${summary}.`,
    parameters: [
      ...names.map((name) => ({
        name,
        in: 'path',
        required: true,
        description: meanings[name],
        schema: { type: 'string' },
        example: name === 'version' ? version : examples[name],
      })),
      ...(address === '/v1/data/{version}/{path}'
        ? [{ $ref: `#/components/parameters/${typeName(markParameter.name)}` }]
        : []),
    ],
    responses: {
      ...(address.includes('/latest/')
        ? { 302: { description: 'The address in the version that is served.' } }
        : { 200: answer }),
      ...refusals({ missing: names.length > 0 }),
      ...(address === '/readyz' && { 503: { $ref: '#/components/responses/Unavailable' } }),
      ...(address.endsWith('{version}/{path}') && { 416: { $ref: '#/components/responses/RangeNotSatisfiable' } }),
    },
  };
}
