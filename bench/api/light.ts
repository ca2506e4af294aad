import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { machine } from './report.ts';
import { memoryOf, startApi, startServer, type Server } from './servers.ts';

/** How many statistics wait, and how often each light request is made meanwhile. */
const [heavies, rounds] = [300, 400];

/** A server with a statistic that takes long, whose seed is another one each time, and light requests. */
interface Case {
  readonly name: string;
  readonly server: Server;
  readonly heavy: (seed: number) => string;
  readonly light: readonly string[];
}

/** Times of a light request in milliseconds. */
interface Times {
  readonly name: string;
  readonly path: string;
  readonly connection: 'fresh' | 'kept';
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
}

/** What light requests wait for while 300 statistics do, on the API and on the site, on fresh and on kept connections. */
export async function main(): Promise<void> {
  const [api, site] = [await startApi(18_787), await startSite(18_790)];
  try {
    const cases: Case[] = [
      {
        name: 'API',
        server: api,
        heavy: (seed) => `/v1/statistics/trend?permutations=100000&seed=${seed}`,
        light: ['/healthz', '/v1/programs/GX-0001', '/v1/programs?limit=20', '/v1/statistics/trend'],
      },
      {
        name: 'site',
        server: site,
        heavy: (seed) => `/statistics/trend?permutations=100000&seed=${seed}`,
        light: ['/robots.txt', '/', '/programs/GX-0001', '/embed.css'],
      },
    ];
    const lines: string[] = [];
    for (const one of cases) lines.push(...(await linesOf(one)));
    const text = await format([...introduction(), ...lines, ''].join('\n'), { parser: 'markdown', printWidth: 120 });
    await writeFile(new URL('../results/light.md', import.meta.url), text);
    console.log(text);
  } finally {
    for (const { child } of [api, site]) child.kill('SIGKILL');
  }
}

function startSite(port: number): Promise<Server> {
  return startServer([fileURLToPath(import.meta.resolve('@govexport/web/server'))], {
    port,
    environment: { HOST: '127.0.0.1', PORT: String(port), RATE_LIMIT: '0' },
    ready: '/',
  });
}

function introduction(): string[] {
  return [
    '# Light requests while many statistics wait',
    '',
    `\`pnpm bench light\`. ${machine()}. ${heavies} statistics with 100,000 arrangements (\`trend\`), each with another seed and over a connection of its own, are asked first; then each light request ${rounds} times over fresh connections and over a kept one, as long as most of the statistics still wait. The aim is a p99 below 50 ms.`,
    '',
    '| server | request | connection | ms, median | ms, p99 | ms, slowest |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
}

async function linesOf({ name, server, heavy, light }: Case): Promise<string[]> {
  for (const path of light) await timeOf(server.origin + path, new Agent());
  const before = memoryOf(server);
  const port = Number(new URL(server.origin).port);
  const times: Times[] = [];
  let seed = 0;
  for (const path of light) {
    for (const connection of ['fresh', 'kept'] as const) {
      const sockets = await askAll(port, () => heavy((seed += 1)));
      times.push({ name, path, connection, ...(await timesOf(server.origin + path, connection)) });
      for (const socket of sockets) socket.destroy();
    }
  }
  const after = memoryOf(server);
  return [
    ...times.map(
      ({ path, connection, median, p99, slowest }) =>
        `| ${[name, `\`${path}\``, connection, ...[median, p99, slowest].map((one) => one.toFixed(1))].join(' | ')} |`,
    ),
    ...(name === 'site'
      ? [
          '',
          `Resident memory of the ${name}: ${before.toFixed(0)} MiB before, ${after.toFixed(0)} MiB after, with two threads.`,
        ]
      : []),
  ];
}

async function askAll(port: number, path: () => string): Promise<Socket[]> {
  const sockets = [];
  for (let count = 0; count < heavies; count += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`GET ${path()} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
    sockets.push(socket);
  }
  return sockets;
}

async function timesOf(address: string, connection: 'fresh' | 'kept') {
  const agent = new Agent({ keepAlive: connection === 'kept', maxSockets: 1 });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timeOf(address, agent));
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN;
  return { median: at(0.5), p99: at(0.99), slowest: at(1) };
}

async function timeOf(address: string, agent: Agent): Promise<number> {
  const start = performance.now();
  const [response] = (await once(get(address, { agent }), 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`${address} answers ${response.statusCode}.`);
  return performance.now() - start;
}
