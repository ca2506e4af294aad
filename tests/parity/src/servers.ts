import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const require = createRequire(import.meta.url);

/** The built file that a package offers under a name, such as `@govexport/cli/bin`. */
export function builtFile(name: string): string {
  return require.resolve(name);
}

/** A built server in a process of its own. */
export interface Server {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Starts the built API, over the dataset of a folder or over the published one. */
export function startApi(folder?: string): Promise<Server> {
  const settings = (port: number) => ({ API_PORT: String(port), ...datasetIn(folder) });
  return startServer(builtFile('@govexport/api/server'), settings, '/healthz');
}

/** The setting that names the dataset. */
function datasetIn(folder?: string): Record<string, string> {
  return folder === undefined ? {} : { GOVEXPORT_DATASET: folder };
}

/** Starts the built site, over the dataset of a folder or over the published one. */
export function startSite(folder?: string): Promise<Server> {
  const settings = (port: number) => ({
    PORT: String(port),
    ORIGIN: `http://127.0.0.1:${port}`,
    ...datasetIn(folder),
  });
  return startServer(builtFile('@govexport/web/server'), settings, '/about');
}

/**
 * Starts a built server on a free port and waits until it answers.
 *
 * @param file - the built file
 * @param settings - its environment for a port
 * @param path - an address that answers when it is ready
 */
async function startServer(
  file: string,
  settings: (port: number) => Record<string, string>,
  path: string,
): Promise<Server> {
  const port = await freePort();
  const said: string[] = [];
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, HOST: '127.0.0.1', ...settings(port) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.on('data', (text) => said.push(String(text)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 300) throw new Error(`${file} does not answer: ${said.join('')}`);
    const response = await fetch(origin + path).catch(() => null);
    await response?.body?.cancel();
    if (response?.ok === true) break;
    await wait(100);
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return { origin, stop };
}
