import { loadDataset } from '@govexport/dataset';
import { createCaller } from '@govexport/router';
import { canonicalJson } from '@govexport/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { optionsOf, parametersOf, type GivenInput } from './src/cases.ts';
import { builtFile, startServer, type Server } from './src/servers.ts';
import { runCli, textOf, unwrapTrpc } from './src/surfaces.ts';

const caller = createCaller({ dataset: loadDataset() });
let api: Server;

beforeAll(async () => {
  const file = builtFile('@govexport/api/server');
  api = await startServer(file, (port) => ({ API_PORT: String(port) }), '/healthz');
}, 60_000);

afterAll(() => api.stop());

interface Asked {
  readonly procedure: string;
  readonly input: GivenInput;
  readonly rest: string;
  readonly cli: readonly string[];
}

function list(input: GivenInput): Asked {
  return {
    procedure: 'programs.list',
    input,
    rest: `/v1/programs?${parametersOf(input)}`,
    cli: ['programs', 'list', ...optionsOf(input)],
  };
}

function one(table: 'programs' | 'sources', id: string): Asked {
  return { procedure: `${table}.get`, input: { id }, rest: `/v1/${table}/${id}`, cli: [table, 'get', id] };
}

const asked: readonly Asked[] = [
  list({}),
  list({ scope: 'default', countries: ['KG'], sort: 'title', order: 'descending' }),
  list({ limit: 7, cursor: 'GX-0010', sort: 'id' }),
  list({ from: 1990, to: 1990 }),
  one('programs', 'GX-0001'),
  one('programs', 'GX-0072'),
  one('sources', 'S-0001'),
  { procedure: 'meta', input: {}, rest: '/v1/meta', cli: ['meta'] },
];

const procedures: Record<string, (input: never) => Promise<unknown>> = {
  'programs.list': caller.programs.list,
  'programs.get': caller.programs.get,
  'sources.get': caller.sources.get,
  meta: () => caller.meta(),
};

describe('records are the same bytes through the library, tRPC, REST and the command line', () => {
  it.for(asked)('$procedure $input', async ({ procedure, input, rest, cli }) => {
    const expected = canonicalJson(await procedures[procedure]?.(input as never));
    const query = procedure === 'meta' ? '' : `?${new URLSearchParams({ input: JSON.stringify(input) }).toString()}`;
    expect({
      trpc: unwrapTrpc(await textOf(`${api.origin}/trpc/${procedure}${query}`)),
      rest: await textOf(api.origin + rest),
      cli: await runCli([...cli, '--format', 'json']),
    }).toEqual({ trpc: expected, rest: expected, cli: expected });
  });
});
