import { loadDataset } from '@govexport/dataset';
import { present, type StatisticAnswer } from '@govexport/router';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases, inputsPerStatistic, parametersOf } from './src/cases.ts';
import { numbersIn, numbersOf } from './src/page-numbers.ts';
import { startApi, startSite, type Server } from './src/servers.ts';
import { commandLine, library, rest, site, textOf, trpc, type Surface } from './src/surfaces.ts';

let servers: Server[] = [];
let surfaces: Record<string, Surface> = {};
let siteOrigin = '';
let identical = 0;

beforeAll(async () => {
  servers = await Promise.all([startApi(), startSite()]);
  const [api = '', web = ''] = servers.map(({ origin }) => origin);
  siteOrigin = web;
  surfaces = { library, trpc: trpc(api), rest: rest(api), cli: commandLine, site: site(web) };
}, 60_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  const statistics = new Set(cases.map(({ statistic }) => statistic)).size;
  const count = Object.keys(surfaces).length;
  if (identical === cases.length) {
    const commands = cases.filter(({ by_command }) => by_command).length;
    console.log(
      `parity: ${statistics} statistics x ${inputsPerStatistic} inputs x ${count - 1} surfaces and ${commands} commands identical`,
    );
  }
});

describe('every surface answers with the same bytes', () => {
  it.for(cases)('$statistic $input', async (asked) => {
    const expected = await library(asked);
    const chosen = Object.entries(surfaces).filter(([name]) => name !== 'cli' || asked.by_command);
    const answers = Object.fromEntries(
      await Promise.all(chosen.map(async ([name, surface]) => [name, await surface(asked)] as const)),
    );
    expect(answers).toEqual(Object.fromEntries(chosen.map(([name]) => [name, expected])));

    const page = await textOf(`${siteOrigin}/statistics/${asked.statistic}?${parametersOf(asked.input)}`);
    const { tables } = present(JSON.parse(expected) as StatisticAnswer, loadDataset().meta);
    expect(numbersIn(page)).toEqual(numbersOf(tables));
    identical += 1;
  });
});
