import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Server {
  readonly origin: string;
  readonly child: ChildProcess;
  /** Headers that a load asks it with, each in one line. */
  readonly asked?: readonly string[];
}

/** Where a server listens, with what, and the path that it answers once it is ready. */
interface Start {
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly ready?: string;
}

const quiet = '--disable-warning=ExperimentalWarning';

/** Starts the API as its package does, with its usual settings and no client refused. */
export function startApi(port: number): Promise<Server> {
  const manifest = readFileSync(fileURLToPath(import.meta.resolve('@govexport/api/package.json')), 'utf8');
  const { scripts } = JSON.parse(manifest) as { scripts: { start: string } };
  const flags = scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const file = fileURLToPath(import.meta.resolve('@govexport/api/server'));
  return startServer([...flags, file], {
    port,
    environment: { API_PORT: String(port), RATE_LIMIT: '999999999' },
  });
}

/** Starts Hono alone, with the bytes that the API answers. */
export function startBare(port: number, api: Server): Promise<Server> {
  return startServer([own('bare-server.ts'), String(port), api.origin], { port, environment: {} });
}

/** Starts Hono with SQLite behind it. */
export function startSqlite(port: number): Promise<Server> {
  return startServer([quiet, own('sqlite-server.ts'), String(port)], { port, environment: {} });
}

function own(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

/** Starts a server with Node: its file and what that is given. */
export async function startServer(
  given: readonly string[],
  { port, environment, ready = '/healthz' }: Start,
): Promise<Server> {
  const child = spawn(process.execPath, given, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) break;
    const isReady = await fetch(origin + ready).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return { origin, child };
    await wait(100);
  }
  throw new Error(`The server ${given.join(' ')} does not answer.`);
}

/** Memory that a process holds, in MiB. */
export function memoryOf({ child }: Server): number {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1_024;
}

/** Linux counts the time of a process in hundredths of a second. */
const ticks = 100;

/** Seconds of processor time that a process has used; unlike its speed, other processes hardly change it. */
export function processorSeconds({ child }: Server): number {
  const fields =
    readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}
