import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { checkPort, LaunchError } from './ports.mjs';
import { root } from './turbo.mjs';

const startLimit = 60_000;
const stopLimit = 5_000;

/**
 * Starts a server of the workspace and waits until it answers.
 *
 * @param {{ name: string, file: string, host: string, port: number, variable: string, path: string,
 *   environment: Record<string, string> }} service
 * @returns {Promise<Service>}
 * @throws LaunchError where it ends or stays silent
 *
 * @typedef {{ name: string, ended: Promise<number>, stop: () => Promise<void> }} Service
 */
export async function startService(service, register) {
  // The port was free before the build; another program may have taken it since.
  await checkPort(service);
  const child = spawn(process.execPath, [service.file], {
    cwd: root,
    env: { ...process.env, ...service.environment },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own: Ctrl-C reaches the launcher alone, which then stops its servers in order.
    detached: process.platform !== 'win32',
  });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  const running = { name: service.name, ended, stop: () => stopChild(child, ended) };
  register(running);
  await waitForAnswer(service, ended);
  return running;
}

async function waitForAnswer({ name, host, port, path }, ended) {
  let open = true;
  const gone = ended.then((code) => {
    open = false;
    throw new LaunchError(`The ${name} ended (exit code ${code}) before it answered on port ${port}.`);
  });
  const address = `http://${reachable(host)}:${port}${path}`;
  const answer = (async () => {
    for (const deadline = Date.now() + startLimit; open && Date.now() < deadline; await wait(100)) {
      if (await answers(address)) return;
    }
    throw new LaunchError(`The ${name} did not answer at ${address} within ${startLimit / 1000} seconds.`);
  })();
  answer.catch(() => undefined);
  try {
    await Promise.race([gone, answer]);
  } finally {
    gone.catch(() => undefined);
  }
}

async function answers(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

async function stopChild(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopLimit);
  await ended;
  clearTimeout(timer);
}

/** An address that a browser on this machine can open, also where the servers listen on every address. */
export function reachable(host) {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
