import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { builtFile, runBuilt } from '../run-built.ts';
import { partsIn, writers, type Writer } from './writers.ts';

/** What came of the kills of one command. */
export interface Tally {
  readonly command: string;
  /** Runs that were to be killed. */
  runs: number;
  /** Those that the kill met before their end. */
  killed: number;
  /** Those that left something unfinished, which the next run took away. */
  parts: number;
  readonly problems: string[];
}

/** How the runs are made. */
export interface Kills {
  readonly count: number;
  readonly seed: number;
  /** Told after each run. */
  readonly onRun?: (done: number, tallies: readonly Tally[]) => void;
}

/** Kills every writing command in turn at moments spread over its whole time, and looks at what is left each time. */
export async function killOften({ count, seed, onRun }: Kills): Promise<Tally[]> {
  const home = mkdtempSync(join(tmpdir(), 'govexport-kills-'));
  const server = createServer(({ url = '' }, response) => {
    response.writeHead(url === '/robots.txt' ? 404 : 200).end('<p>a page</p>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const random = randomFrom(seed);
  try {
    const all = writers(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const times = new Map<Writer, number>();
    const tallies = new Map(all.map((one) => [one, newTally(one)]));
    for (let done = 0; done < count; done += 1) {
      const writer = all[done % all.length] as Writer;
      const folder = join(home, String(done));
      const time = times.get(writer) ?? (await timeOf(writer, join(home, 'timed')));
      times.set(writer, time);
      await killOnce(writer, tallies.get(writer) as Tally, { folder, delay: random() * time });
      onRun?.(done + 1, [...tallies.values()]);
    }
    return [...tallies.values()];
  } finally {
    await new Promise((resolve) => server.close(resolve));
    rmSync(home, { recursive: true, force: true });
  }
}

function newTally({ name }: Writer): Tally {
  return { command: name, runs: 0, killed: 0, parts: 0, problems: [] };
}

/** Milliseconds of a run that nobody kills. */
async function timeOf(writer: Writer, folder: string): Promise<number> {
  mkdirSync(folder);
  writer.prepare(folder);
  const start = performance.now();
  const { exit_code, stderr } = await runBuilt(writer.args, {}, { folder });
  const time = performance.now() - start;
  rmSync(folder, { recursive: true });
  if (exit_code !== 0) throw new Error(`${writer.name} fails: ${stderr}`);
  return time;
}

interface Moment {
  readonly folder: string;
  readonly delay: number;
}

async function killOnce(writer: Writer, tally: Tally, { folder, delay }: Moment): Promise<void> {
  mkdirSync(folder);
  writer.prepare(folder);
  const child = spawn(process.execPath, [builtFile, ...writer.args], { cwd: folder, env: {}, stdio: 'ignore' });
  const ended = once(child, 'exit');
  await Promise.race([ended, wait(delay)]);
  child.kill('SIGKILL');
  await ended;
  tally.runs += 1;
  if (child.signalCode === 'SIGKILL') tally.killed += 1;
  if (partsIn(folder).length > 0) tally.parts += 1;
  tally.problems.push(...writer.afterKill(folder).map((one) => `after a kill at ${Math.round(delay)} ms: ${one}`));
  writer.clear?.(folder);
  const { exit_code, stderr } = await runBuilt(writer.args, {}, { folder });
  const left = partsIn(folder).map((name) => `${name} stays`);
  const next = exit_code === 0 ? writer.afterNext(folder) : [`it ends with ${exit_code}: ${stderr}`];
  tally.problems.push(...[...next, ...left].map((one) => `after the next run: ${one}`));
  rmSync(folder, { recursive: true });
}

/** Numbers from 0 to 1, the same for the same seed (Lehmer, modulus 2^31 - 1). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
