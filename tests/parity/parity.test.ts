import { present, type StatisticAnswer } from '@govexport/router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, inputsPerStatistic, parametersOf } from './src/cases.ts';
import { numbersIn, numbersOf } from './src/page-numbers.ts';
import { builtFile, startServer, type Server } from './src/servers.ts';
import { commandLine, library, rest, site, textOf, trpc, type Surface } from './src/surfaces.ts';

let servers: Server[] = [];
let surfaces: Record<string, Surface> = {};
let siteOrigin = '';
let identical = 0;

beforeAll(async () => {
  servers = await Promise.all([
    startServer(builtFile('@govexport/api/server'), (port) => ({ API_PORT: String(port) }), '/healthz'),
    startServer(
      builtFile('@govexport/web/server'),
      (port) => ({ PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` }),
      '/about',
    ),
  ]);
  const [api = '', web = ''] = servers.map(({ origin }) => origin);
  siteOrigin = web;
  surfaces = { library, trpc: trpc(api), rest: rest(api), cli: commandLine, site: site(web) };
}, 60_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  const statistics = new Set(cases.map(({ statistic }) => statistic)).size;
  const count = Object.keys(surfaces).length;
  if (identical === cases.length) {
    console.log(`parity: ${statistics} statistics x ${inputsPerStatistic} inputs x ${count} surfaces identical`);
  }
});

describe('every surface answers with the same bytes', () => {
  it.for(cases)('$statistic $input', async (asked) => {
    const expected = await library(asked);
    const answers = Object.fromEntries(
      await Promise.all(Object.entries(surfaces).map(async ([name, surface]) => [name, await surface(asked)] as const)),
    );
    expect(answers).toEqual(Object.fromEntries(Object.keys(surfaces).map((name) => [name, expected])));

    const page = await textOf(`${siteOrigin}/statistics/${asked.statistic}?${parametersOf(asked.input)}`);
    const { tables } = present(JSON.parse(expected) as StatisticAnswer);
    expect(numbersIn(page)).toEqual(numbersOf(tables));
    identical += 1;
  });
});
