import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writePrograms, type Files } from './programs.ts';
import { report, type Measured } from './report.ts';
import type { Taken } from './run-engine.ts';

/** More records than this are not read into memory from a folder. */
const MOST_IN_MEMORY = 100_000;

/** Measures, prints the report and writes it to bench/results/engines.md. */
export async function main(given: string[]): Promise<void> {
  const { values } = parseArgs({ args: given, options: { rows: { type: 'string', default: '100000,1000000' } } });
  const measured: Measured[] = [];
  for (const size of values.rows.split(',').map(Number)) {
    const files = await writePrograms(size);
    const names = ['DuckDB', ...(size <= MOST_IN_MEMORY ? ['memory'] : [])];
    const engines = Object.fromEntries(names.map((name) => [name, taken(name, files)]));
    expectSame(engines);
    measured.push({ size, engines });
  }
  const text = await report(measured);
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('engines.md', folder), text);
  console.log(text);
}

function taken(name: string, { programs, sources }: Files): Taken {
  const script = fileURLToPath(new URL('run-engine.ts', import.meta.url));
  const options = ['--max-old-space-size=12288', script, name, programs, sources];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as Taken;
}

/** Both engines of ours find the same. */
function expectSame(engines: Readonly<Record<string, Taken>>): void {
  const [one, other] = [engines['DuckDB'], engines['memory']];
  for (const [name, { found }] of Object.entries(other?.tasks ?? {})) {
    if (name !== 'facets' && one?.tasks[name]?.found !== found)
      throw new Error(`${name}: the engines find different things.`);
  }
}
