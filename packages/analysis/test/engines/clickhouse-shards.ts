import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Three ClickHouse servers on this machine, each a shard of one cluster. */
export interface Shards {
  /** Address of a database on them, and of one on the first alone. */
  readonly address: (database: string) => string;
  readonly single: (database: string) => string;
  /** Lets one server wait, so that whoever asks it does. */
  readonly freeze: (index: number) => void;
  /** Ends one server at once, as a lost machine does. */
  readonly kill: (index: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Ports {
  readonly http: number;
  readonly tcp: number;
}

/** Whether a server of ClickHouse is installed here. */
export const hasClickhouse = spawnSync('clickhouse-server', ['--help']).error === undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

const tag = (name: string, ...inner: readonly (string | number)[]): string => `<${name}>${inner.join('')}</${name}>`;

function configOf(folder: string, { http, tcp }: Ports, cluster: readonly Ports[]): string {
  const shards = cluster.map((one) => tag('shard', tag('replica', tag('host', '127.0.0.1'), tag('port', one.tcp))));
  const logger = tag(
    'logger',
    tag('level', 'warning'),
    tag('log', `${folder}/log`),
    tag('errorlog', `${folder}/errors`),
  );
  const paths = [
    tag('path', `${folder}/data/`),
    tag('tmp_path', `${folder}/tmp/`),
    tag('users_config', `${folder}/users.xml`),
  ];
  const defaults = [
    tag('default_profile', 'default'),
    tag('default_database', 'default'),
    tag('mark_cache_size', 2 ** 26),
  ];
  const ports = [tag('http_port', http), tag('tcp_port', tcp), tag('listen_host', '127.0.0.1')];
  return tag('yandex', logger, ...ports, ...paths, ...defaults, tag('remote_servers', tag('three', ...shards)));
}

const users = tag(
  'yandex',
  tag('profiles', tag('default', tag('max_memory_usage', 1_000_000_000))),
  tag(
    'users',
    tag(
      'default',
      tag('password'),
      tag('networks', tag('ip', '127.0.0.1')),
      tag('profile', 'default'),
      tag('quota', 'default'),
    ),
  ),
  tag('quotas', tag('default')),
);

/** Starts three shards in a folder of their own, and waits until they answer. */
export async function startShards(): Promise<Shards> {
  const folder = mkdtempSync(join(tmpdir(), 'shards-'));
  const cluster: Ports[] = [];
  for (let index = 0; index < 3; index += 1) cluster.push({ http: await freePort(), tcp: await freePort() });
  const servers = cluster.map((ports, index) => start(join(folder, String(index)), ports, cluster));
  for (const { http } of cluster) await untilUp(http);
  const host = (ports: Ports): string => `127.0.0.1:${ports.http}`;
  const kill = async (server: ChildProcess | undefined): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  };
  return {
    address: (database) => `clickhouse://${cluster.map(host).join(',')}/${database}?cluster=three`,
    single: (database) => `clickhouse://${cluster.slice(0, 1).map(host).join('')}/${database}`,
    freeze: (index) => void servers[index]?.kill('SIGSTOP'),
    kill: (index) => kill(servers[index]),
    stop: async () => {
      await Promise.all(servers.map(kill));
      rmSync(folder, { recursive: true });
    },
  };
}

function start(folder: string, ports: Ports, cluster: readonly Ports[]): ChildProcess {
  mkdirSync(join(folder, 'data'), { recursive: true });
  mkdirSync(join(folder, 'tmp'));
  writeFileSync(join(folder, 'config.xml'), configOf(folder, ports, cluster));
  writeFileSync(join(folder, 'users.xml'), users);
  return spawn('clickhouse-server', [`--config-file=${folder}/config.xml`], { stdio: 'ignore' });
}

async function untilUp(port: number): Promise<void> {
  for (let turn = 0; turn < 300; turn += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/ping`).catch(() => null);
    if (up?.ok === true) return;
    await sleep(100);
  }
  throw new Error(`ClickHouse does not answer on port ${port}`);
}
