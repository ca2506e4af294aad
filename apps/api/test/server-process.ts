import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** The built server. */
export const serverFile = fileURLToPath(new URL('../dist/server.js', import.meta.url));

/** A process of the built server. */
export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly said: { stdout: string; stderr: string };
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

const running: Started[] = [];

/** Starts the built server; it may refuse to. */
export function start(environment: Record<string, string>): Started {
  const child = spawn(process.execPath, [serverFile], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => (said.stdout += String(text)));
  child.stderr.on('data', (text) => (said.stderr += String(text)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const started: Started = { child, said, ended };
  running.push(started);
  return started;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Starts the built server on a free port and waits until it listens. */
export async function serve(environment: Record<string, string> = {}) {
  const port = await freePort();
  const started = start({ API_PORT: String(port), ...environment });
  const early = started.ended.then((code) => {
    throw new Error(`The server ended (exit code ${code}): ${started.said.stderr}`);
  });
  early.catch(() => undefined);
  await Promise.race([once(started.child.stdout, 'data'), early]);
  return { ...started, port, origin: `http://127.0.0.1:${port}` };
}

/** The lines of the log that a server has written. */
export function logOf({ said }: Pick<Started, 'said'>): Record<string, unknown>[] {
  return said.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
}

/** Ends whatever a test has left running. */
export async function endAll(): Promise<void> {
  for (const { child, ended } of running.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
}

/** A connection on which bytes are written as they are; `answer` is what came back when it closed. */
export async function rawConnection(port: number, from = '127.0.0.1') {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => (received += String(text)));
  const answer = once(socket, 'close').then(() => received);
  return { write: (text: string) => socket.write(text), end: () => socket.destroy(), answer };
}

/** Waits until nothing listens on a port any more. */
export async function untilRefused(port: number): Promise<void> {
  while (await accepts(port));
}

/** Waits until something listens on a port. */
export async function untilAccepted(port: number): Promise<void> {
  while (!(await accepts(port)));
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const accepted = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
  });
  socket.destroy();
  return accepted;
}
