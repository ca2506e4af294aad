import { statisticNames } from '@govexport/router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Server } from './src/servers.ts';
import { runCli, textOf, unwrapTrpc } from './src/surfaces.ts';

let api: Server;

beforeAll(async () => {
  api = await startApi();
}, 60_000);

afterAll(() => api.stop());

const lines = [
  ...statisticNames.map((name) => [name, '--countries', 'KZ,KG', '--from', '2008']),
  ['programs', 'list', '--limit', '3', '--sort=-title'],
  ['programs', 'list', '--fields', 'id,title', '--limit', '3'],
  ['programs', 'search', 'полиция'],
  ['transfers', 'facets', '--values', '2'],
  ['programs', 'get', 'GX-0001'],
  ['sources', 'get', 'S-0001'],
  ['codings', 'get', '1', 'GX-0001', 'A', 'confidence'],
  ['tables'],
  ['cite', '--style', 'ris'],
  ['cite', 'GX-0001'],
  ['cite', 'view', 'programs', 'countries=KG,KZ&from=2015'],
  ['meta'],
];

const shape = /^API {9}GET (\S+)\nTypeScript {2}await client\.([\w.]+)\.query\((.*)\)$/;

describe('what --show-call prints asks the same', () => {
  it.each(lines)('%s %s %s %s %s', async (...words: string[]) => {
    const given = words.filter((word) => typeof word === 'string');
    const [, path = '', procedure = '', input = ''] = shape.exec(await runCli([...given, '--show-call'])) ?? [];
    const answer = await runCli([...given, '--format', 'json']);
    expect(await textOf(api.origin + path)).toBe(answer);
    const query = input === '' ? '' : `?${new URLSearchParams({ input }).toString()}`;
    expect(unwrapTrpc(await textOf(`${api.origin}/trpc/${procedure}${query}`))).toBe(answer);
  });
});
