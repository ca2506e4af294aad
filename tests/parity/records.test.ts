import { loadDataset } from '@govexport/dataset';
import { createCaller } from '@govexport/router';
import { canonicalJson, tables } from '@govexport/schema';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { optionsOf, parametersOf, type GivenInput } from './src/cases.ts';
import { startApi, type Server } from './src/servers.ts';
import { runCli, textOf, unwrapTrpc } from './src/surfaces.ts';

const dataset = loadDataset();
const caller = createCaller({ dataset });
let api: Server;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.stop());

interface Asked {
  readonly procedure: string;
  readonly input: GivenInput;
  readonly rest: string;
  readonly cli: readonly string[];
}

function list(input: GivenInput, table = 'programs'): Asked {
  return {
    procedure: `${table}.list`,
    input,
    rest: `/v1/${table}?${parametersOf(input)}`,
    cli: [table, 'list', ...optionsOf(input)],
  };
}

function facets(table: string, input: GivenInput): Asked {
  const query = parametersOf(input);
  return {
    procedure: `${table}.facets`,
    input,
    rest: `/v1/${table}/facets?${query}`,
    cli: [table, 'facets', ...optionsOf(input)],
  };
}

function select(table: string, input: GivenInput): Asked {
  return {
    procedure: `${table}.select`,
    input,
    rest: `/v1/${table}?${parametersOf(input)}`,
    cli: [table, 'list', ...optionsOf(input)],
  };
}

/** A key as the parts of an address and the words of a command. */
function one(table: string, key: Readonly<Record<string, string | number>>): Asked {
  const parts = Object.values(key).map(String);
  return {
    procedure: `${table}.get`,
    input: key,
    rest: `/v1/${[table, ...parts].map(encodeURIComponent).join('/')}`,
    cli: [table, 'get', ...parts],
  };
}

function cite(kind: 'dataset' | 'record' | 'view', input: GivenInput, words: readonly string[]): Asked {
  const { id, ...others } = input;
  const path = { dataset: '', view: '/view', record: `/${String(id)}` }[kind];
  const options = optionsOf(Object.fromEntries(Object.entries(others).filter(([name]) => !/table|query/.test(name))));
  return {
    procedure: `citations.${kind}`,
    input,
    rest: `/v1/citation${path}?${parametersOf(others)}`,
    cli: ['cite', ...words, ...options],
  };
}

/** The first record of every table that holds one, by its key. */
function firstKeys(): Asked[] {
  return tables.flatMap(({ name, key }) =>
    (dataset[name].slice(0, 1) as readonly unknown[] as readonly Readonly<Record<string, string | number>>[]).map(
      (row) => one(name, Object.fromEntries(key.map((field) => [field, row[field] ?? '']))),
    ),
  );
}

const { next_cursor: cursor } = await caller.programs.list({ limit: 7, sort: ['-year', 'title'] });

const asked: readonly Asked[] = [
  list({}),
  list({ scope: 'default', countries: ['KG'], sort: ['-title'] }),
  list({ limit: 7, cursor, sort: ['-year', 'title'] }),
  list({ from: 1990, to: 1990 }),
  list({ q: '警察', security_related: ['yes', 'unknown'], total: false }),
  list({ q: 'полиция Бишкек семинар' }),
  list({ language: ['ru', 'zh'], cited_by: ['transfers'], limit: 3 }, 'sources'),
  ...tables.map(({ name }) => list({ limit: 2, q: 'China' }, name)),
  select('programs', { fields: ['id', 'title', 'participants'], q: 'seminar', limit: 3 }),
  select('indicators', { fields: ['value', 'year'], country: ['KG'], from: 2018, sort: ['-value'] }),
  facets('programs', { countries: ['KG'], from: 2010, values: 3 }),
  facets('programs', { q: 'police', scope: 'article' }),
  facets('codings', { field: ['domain'] }),
  one('programs', { id: 'GX-0072' }),
  one('sources', { id: 'S-0001' }),
  ...firstKeys(),
  cite('dataset', {}, []),
  cite('record', { id: 'TR-001', style: 'bibtex', accessed: '2026-11-24' }, ['TR-001']),
  cite('view', { table: 'programs', query: 'countries=KZ,KG&q=police', style: 'csl-json' }, [
    'view',
    'programs',
    'countries=KZ,KG&q=police',
  ]),
  { procedure: 'tables.list', input: {}, rest: '/v1/tables', cli: ['tables'] },
  { procedure: 'meta', input: {}, rest: '/v1/meta', cli: ['meta'] },
];

/** The library's answer: the procedure called in this process. */
function ask(procedure: string, input: GivenInput): Promise<unknown> {
  const call = procedure
    .split('.')
    .reduce<unknown>((holder, name) => (holder as Record<string, unknown>)[name], caller);
  return (call as (input: GivenInput | undefined) => Promise<unknown>)(isBare(procedure) ? undefined : input);
}

function isBare(procedure: string): boolean {
  return procedure === 'meta' || procedure === 'tables.list';
}

describe('records are the same bytes through the library, tRPC, REST and the command line', () => {
  it.concurrent.for(asked)('$procedure $input', async ({ procedure, input, rest, cli }, { expect }) => {
    const expected = canonicalJson(await ask(procedure, input));
    const query = isBare(procedure) ? '' : `?${new URLSearchParams({ input: JSON.stringify(input) }).toString()}`;
    expect({
      trpc: unwrapTrpc(await textOf(`${api.origin}/trpc/${procedure}${query}`)),
      rest: await textOf(api.origin + rest),
      cli: await runCli([...cli, '--format', 'json']),
    }).toEqual({ trpc: expected, rest: expected, cli: expected });
  });
});
