import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { loadDataset } from '@govexport/dataset';
import {
  createCaller,
  operationNamed,
  parseInput,
  snippetsOf,
  statisticNames,
  type Given,
  type OperationId,
} from '@govexport/router';
import { canonicalJson, tables, type TableName } from '@govexport/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Server } from './src/servers.ts';
import { runCli, textOf, unwrapTrpc } from './src/surfaces.ts';
import { typeErrors } from './src/type-check.ts';

const execFileOf = promisify(execFile);
const dataset = loadDataset();
const caller = createCaller({ dataset });
let api: Server;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.stop());

interface Asked {
  readonly id: OperationId;
  readonly input: Given;
}

/** The first record of every table that holds one, by its key. */
function firstKeys(): Asked[] {
  return tables.flatMap(({ name, key }) =>
    (dataset[name].slice(0, 1) as readonly unknown[] as readonly Readonly<Record<string, string | number>>[]).map(
      (row): Asked => ({ id: `${name}.get`, input: Object.fromEntries(key.map((field) => [field, row[field] ?? ''])) }),
    ),
  );
}

const { next_cursor: cursor } = await caller.programs.list({ limit: 7, sort: ['-year', 'title'] });

const list = (input: Given, table: TableName = 'programs'): Asked => ({ id: `${table}.list`, input });
const facets = (table: TableName, input: Given): Asked => ({ id: `${table}.facets`, input });

const asked: readonly Asked[] = [
  list({}),
  list({ scope: 'default', countries: ['KG'], sort: ['-title'] }),
  list({ limit: 7, cursor, sort: ['-year', 'title'] }),
  list({ from: 1990, to: 1990 }),
  list({ recommended_only: true }),
  list({ recommended_only: false, topics: ['no, such topic', "nor 'this'", '-one', 'a "b"'] }),
  list({ q: '警察', security_related: ['yes', 'unknown'], total: false }),
  list({ q: 'полиция Бишкек семинар' }),
  list({ language: ['ru', 'zh'], cited_by: ['transfers'], limit: 3 }, 'sources'),
  ...tables.map(({ name }) => list({ limit: 2, q: 'China' }, name)),
  list({ fields: ['id', 'title', 'participants'], q: 'seminar', limit: 3 }),
  list({ fields: ['value', 'year'], country: ['KG'], from: 2018, sort: ['-value'] }, 'indicators'),
  facets('programs', { countries: ['KG'], from: 2010, values: 3 }),
  facets('programs', { q: 'police', scope: 'article' }),
  facets('codings', { field: ['domain'] }),
  { id: 'programs.get', input: { id: 'GX-0072' } },
  { id: 'sources.get', input: { id: 'S-0001' } },
  ...firstKeys(),
  ...statisticNames.map((name): Asked => ({ id: `statistics.${name}`, input: { recommended_only: true, from: 2008 } })),
  { id: 'citations.dataset', input: {} },
  { id: 'citations.record', input: { id: 'TR-001', style: 'bibtex', accessed: '2026-11-24' } },
  { id: 'citations.view', input: { table: 'programs', query: 'countries=KZ,KG&q=police', style: 'csl-json' } },
  { id: 'citations.view', input: { table: 'transfers' } },
  { id: 'tables.list', input: {} },
  { id: 'meta', input: {} },
];

type Snippet = (typeof snippets)[number];

const snippets = asked.map(({ id, input }) => ({
  id,
  input,
  ...snippetsOf(operationNamed(id), input, { origin: 'https://api.example.org' }),
}));

/** The call of a snippet as the address of tRPC: its procedure, and its input as JavaScript reads it. */
function trpcAddress(call: string): string {
  const [, procedure = '', literal = ''] = /^client\.([\w.]+)\.query\((.*)\)$/.exec(call) ?? [];
  const input = runInNewContext(`JSON.stringify((${literal || 'undefined'}))`) as string | undefined;
  return `/trpc/${procedure}${input === undefined ? '' : `?${new URLSearchParams({ input }).toString()}`}`;
}

describe('what is printed to ask the same elsewhere', () => {
  it.concurrent.for(snippets)(
    '$id $input gives the same bytes as an address, a call and a command',
    async ({ id, input, url, call, argv, command }, { expect }) => {
      const operation = operationNamed(id);
      const expected = canonicalJson(await operation.ask({ dataset }, parseInput(operation, input, dataset)));
      const address = (path: string) => api.origin + path.replace('https://api.example.org', '');
      expect({
        rest: await textOf(address(url)),
        trpc: unwrapTrpc(await textOf(address(trpcAddress(call)))),
        cli: await runCli([...(argv ?? []), '--format', 'json']),
      }).toEqual({ rest: expected, trpc: expected, cli: expected });
      // A shell reads the words of the line as they are given to the command.
      const { stdout } = await execFileOf('sh', ['-c', `govexport() { printf '%s\\0' "$@"; }; ${command ?? ''}`]);
      expect(stdout.split('\0').slice(0, -1)).toEqual(argv);
    },
  );

  it('is shown by the command line as well', async () => {
    const [{ id, input, argv, call }] = snippets.filter((one) => one.id === 'indicators.list').slice(-1) as [Snippet];
    const { version } = dataset.meta;
    const { url } = snippetsOf(operationNamed(id), input, { origin: '', version });
    expect(await runCli([...(argv ?? []), '--show-call'])).toBe(`API         GET ${url}\nTypeScript  await ${call}`);
  });

  it('is TypeScript without errors, and an error where an input is wrong', () => {
    const modules = new Map(snippets.map(({ typescript }, place) => [`snippet-${place}.ts`, typescript]));
    expect(typeErrors(modules)).toEqual([]);
    const wrong = snippets.map(({ typescript }) => typescript).find((text) => text.includes("'-title'")) ?? '';
    const misspelt = wrong.replace("'-title'", "'-titel'");
    expect(typeErrors(new Map([['wrong.ts', misspelt]]))).toEqual([expect.stringContaining('"-titel"')]);
  });
});
