import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stringify } from 'yaml';

/** A registry of npm packages that lives as long as a check. */
export interface Registry {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a registry on loopback: it takes what is published to it, and asks the public one for every other package.
 *
 * @param folder - a new folder for what it keeps
 * @throws Error with its log where it does not answer within a minute
 */
export async function startRegistry(folder: string, upstream: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const address = `http://127.0.0.1:${await freePort()}`;
  const config = join(folder, 'config.yaml');
  writeFileSync(config, stringify(configOf(folder, upstream)));
  const program = join(createRequire(import.meta.url).resolve('verdaccio/package.json'), '../bin/verdaccio');
  const child = spawn(process.execPath, [program, '--config', config, '--listen', address], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => log.push(String(text)));
  const stop = () => ended(child);
  for (let tries = 0; tries < 240 && child.exitCode === null; tries++) {
    if (await answers(address)) return { address, stop };
    await wait(250);
  }
  await stop();
  throw new Error(`The registry at ${address} does not answer:\n${log.join('')}`);
}

function configOf(folder: string, upstream: string): object {
  return {
    storage: join(folder, 'storage'),
    uplinks: { public: { url: upstream, timeout: '60s', max_fails: 100 } },
    packages: {
      // What is published here is asked for nowhere else.
      '@govexport/*': { access: '$all', publish: '$all' },
      '**': { access: '$all', proxy: 'public' },
    },
    web: { enable: false },
    max_body_size: '50mb',
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
  };
}

async function answers(address: string): Promise<boolean> {
  return fetch(`${address}/-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await over;
}
