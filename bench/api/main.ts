import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { statisticNames } from '@govexport/router';
import { answerTimes } from './answer-times.ts';
import { compare, rounds, seconds } from './compare.ts';
import { checkFacetCounts } from './facet-counts.ts';
import { hasWrk, load } from './load.ts';
import { memoryReportOf, reportOf, type Memory, type StatisticTimes, type Target } from './report.ts';
import { memoryOf, startApi, startBare, startSqlite, type Server } from './servers.ts';

/**
 * Compares the API with a bare Hono route, and with SQLite, in one run on one machine.
 *
 * @param given - how many requests with varied inputs the memory is measured over, 100000 where not given; behind the word
 *   `memory` nothing else is measured: `pnpm bench api memory 1000000`
 */
export async function main([first = '100000', second = '100000']: string[]): Promise<void> {
  if (!hasWrk()) return;
  await (first === 'memory' ? measureMemory(Number(second)) : measureAll(Number(first)));
}

/** Measures the memory alone. */
async function measureMemory(varied: number): Promise<void> {
  const api = await startApi(18_787);
  const bare = await startBare(18_788, api);
  try {
    await write('api-memory.md', await memoryReportOf(growth(api, bare, varied)));
  } finally {
    for (const { child } of [api, bare]) child.kill('SIGKILL');
  }
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(new URL(`../results/${name}`, import.meta.url), text);
  console.log(text);
}

async function measureAll(varied: number): Promise<void> {
  const before = loadavg()[0] ?? 0;
  const api = await startApi(18_787);
  const [bare, sqlite] = [await startBare(18_788, api), await startSqlite(18_789)];
  try {
    await checkFacetCounts(api, sqlite);
    // The memory first, on servers that have answered nothing else.
    const memory = growth(api, bare, varied);
    const cached = compare(cachedTargets(api, bare));
    const counts = compare(countTargets(api, sqlite));
    const statistics = await timesOf(api);
    const figures = { cached, counts, statistics, memory, load: [before, loadavg()[0] ?? 0], rounds, seconds } as const;
    await write('api.md', await reportOf(figures));
  } finally {
    for (const { child } of [api, bare, sqlite]) child.kill('SIGKILL');
  }
}

function cachedTargets(api: Server, bare: Server): Target[] {
  return [
    { name: 'bare Hono, the same bytes', server: bare, path: '/bytes' },
    { name: 'bare Hono, the same bytes and headers', server: bare, path: '/headers' },
    { name: 'REST, cached', server: api, path: '/v1/statistics/trend' },
    { name: 'tRPC, cached', server: api, path: '/trpc/statistics.trend' },
    { name: 'tRPC batch of two, cached', server: api, path: '/trpc/statistics.trend,statistics.share?batch=1' },
  ];
}

function countTargets(api: Server, sqlite: Server): Target[] {
  const query = 'from={from}&to={to}&values={few}';
  return [
    { name: 'SQLite, 12 facets', server: sqlite, path: `/facets?${query}` },
    { name: 'API, every facet, not cached', server: api, path: `/v1/programs/facets?${query}` },
  ];
}

async function timesOf(api: Server): Promise<StatisticTimes[]> {
  const times: StatisticTimes[] = [];
  for (const name of statisticNames) {
    // Another level of confidence in each request, so that none finds an answer.
    const pathOf = (number: number) => `/v1/statistics/${name}?level=0.9${String(number).padStart(6, '0')}1`;
    times.push({ name, ...(await answerTimes(api, pathOf, 1)) });
  }
  return times;
}

/** What is asked of the API while its memory is measured; hardly a request is like another one. */
const variedPaths = [
  '/v1/statistics/overview?level=0.9{n}',
  '/v1/statistics/composition?dimension=country&level=0.9{n}',
  '/v1/statistics/frequency?level=0.9{n}',
  '/trpc/statistics.participants?input=%7B%22level%22%3A0.9{n}%7D',
  '/v1/programs/facets?from={from}&to={to}&values={few}',
  '/v1/programs?from={from}&to={to}&limit={few}',
  '/v1/sources.csv?limit={few}&q={n}',
  '/v1/programs/GX-{n}',
];

/** The memory of both servers along so many requests, those of the API with varied inputs. */
function growth(api: Server, bare: Server, count: number): Memory {
  const measure = (server: Server, paths: readonly string[]) => {
    let done = 0;
    const steps = [{ requests: 0, mebibytes: memoryOf(server) }];
    while (done < count) {
      done += load(server, paths, 5).requests;
      steps.push({ requests: done, mebibytes: memoryOf(server) });
    }
    return steps;
  };
  return { requests: count, bare: measure(bare, ['/bytes?n={n}']), api: measure(api, variedPaths) };
}
