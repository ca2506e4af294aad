import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { statisticNames } from '@govexport/router';
import { load, type Load } from './load.ts';
import { reportOf, type Figures, type Memory, type Target } from './report.ts';
import { memoryOf, startApi, startBare, type Server } from './servers.ts';

const rounds = 3;
const seconds = 2;

/**
 * Compares the API with a bare Hono route, and with SQLite, in one run on one machine.
 *
 * @param given - how many requests with varied inputs the memory is measured over; 100000 where not given
 */
export async function main([varied = '100000']: string[]): Promise<void> {
  if (spawnSync('wrk', ['--version']).error !== undefined) {
    console.error('The program wrk is needed: install it with "apt-get install wrk" or "brew install wrk".');
    process.exitCode = 1;
    return;
  }
  const before = loadavg()[0] ?? 0;
  const api = await startApi(18_787);
  const bare = await startBare(18_788, api);
  try {
    const speed = compare(targetsOf(api, bare));
    const memory = growth(api, bare, Number(varied));
    const text = await reportOf({ speed, memory, load: [before, loadavg()[0] ?? 0], rounds, seconds });
    writeFileSync(new URL('../results/api.md', import.meta.url), text);
    console.log(text);
  } finally {
    for (const { child } of [api, bare]) child.kill('SIGKILL');
  }
}

function targetsOf(api: Server, bare: Server): Target[] {
  const level = 'level=0.9%d';
  return [
    { name: 'bare Hono, the same bytes', address: `${bare.origin}/bytes`, group: 'cached' },
    { name: 'REST, cached', address: `${api.origin}/v1/statistics/trend`, group: 'cached' },
    { name: 'tRPC, cached', address: `${api.origin}/trpc/statistics.trend`, group: 'cached' },
    { name: 'tRPC batch of two, cached', address: `${api.origin}/trpc/statistics.trend,meta?batch=1`, group: 'cached' },
    { name: 'SQLite, count per country', address: `${bare.origin}/sqlite`, group: 'count' },
    {
      name: 'composition by country, not cached',
      address: `${api.origin}/v1/statistics/composition?dimension=country&${level}`,
      group: 'count',
    },
    ...statisticNames.map((name) => ({
      name,
      address: `${api.origin}/v1/statistics/${name}?${level}`,
      group: 'uncached' as const,
    })),
  ];
}

/** Every target in turn, in rounds, so that whatever else the machine does falls on all alike. */
function compare(targets: readonly Target[]): Figures[] {
  const figures = targets.map((target) => ({ target, loads: [] as Load[] }));
  for (const { target } of figures) load(target.address, 1);
  for (let round = 0; round < rounds; round += 1) {
    for (const { target, loads } of figures) {
      if (target.group === 'uncached' && round > 0) continue;
      loads.push(load(target.address, target.group === 'cached' ? seconds : 1));
    }
  }
  return figures;
}

/** The memory of both servers before and after so many requests, those of the API with varied inputs. */
function growth(api: Server, bare: Server, count: number): Memory {
  const measure = (server: Server, address: string) => {
    const start = memoryOf(server);
    let done = 0;
    const steps: { requests: number; mebibytes: number }[] = [{ requests: 0, mebibytes: start }];
    while (done < count) {
      done += load(address, 5).requests;
      steps.push({ requests: done, mebibytes: memoryOf(server) });
    }
    return steps;
  };
  return {
    bare: measure(bare, `${bare.origin}/bytes?n=%d`),
    api: measure(api, `${api.origin}/v1/statistics/overview?level=0.9%d`),
  };
}
