import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '@govexport/package-test/run.ts';

/** Someone who installs packages from a registry and uses them. */
interface Stranger {
  readonly what: string;
  readonly packages: readonly string[];
  /** What is run as a module. */
  readonly code: string;
  /** What it must print. */
  readonly prints: RegExp;
}

/** The four ways in: what each installs is all that it has. */
const strangers: readonly Stranger[] = [
  {
    what: 'schema alone',
    packages: ['@govexport/schema', 'zod'],
    code: `import { Program } from '@govexport/schema';
      console.log(Program.shape.start.parse('2014-05'), Program.shape.start.safeParse('2014-02-30').success);`,
    prints: /^2014-05 false$/,
  },
  {
    what: 'dataset',
    packages: ['@govexport/dataset', 'zod'],
    code: `import { loadDataset } from '@govexport/dataset';
      const { programs, sha256 } = loadDataset();
      console.log(programs.length > 0, sha256);`,
    prints: /^true [0-9a-f]{64}$/,
  },
  {
    what: 'router',
    packages: ['@govexport/router', 'zod'],
    code: `import { createCaller } from '@govexport/router';
      import { openDataset } from '@govexport/router/node';
      const { statistic, dataset } = await createCaller({ dataset: openDataset() }).statistics.overview({});
      console.log(statistic, dataset.sha256);`,
    prints: /^overview [0-9a-f]{64}$/,
  },
  {
    what: 'router client and API',
    packages: ['@govexport/api', '@trpc/client', '@trpc/server', 'zod'],
    code: `import { spawn } from 'node:child_process';
      import { createServer } from 'node:net';
      import { createInterface } from 'node:readline';
      import { createTRPCClient, httpLink } from '@trpc/client';
      const free = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => free.once('listening', resolve));
      const { port } = free.address();
      await new Promise((resolve) => free.close(resolve));
      const env = { ...process.env, API_PORT: String(port), HOST: '127.0.0.1' };
      const server = spawn(process.execPath, ['node_modules/@govexport/api/dist/server.js'], { env });
      for await (const line of createInterface({ input: server.stdout })) if (line.includes('listens')) break;
      const client = createTRPCClient({ links: [httpLink({ url: 'http://127.0.0.1:' + port + '/trpc' })] });
      const { statistic, dataset } = await client.statistics.overview.query({});
      console.log(statistic, dataset.sha256);
      server.kill();`,
    prints: /^overview [0-9a-f]{64}$/,
  },
];

/** What a stranger's package manager is told. */
export interface Installation {
  readonly registry: string;
  /** Folder of the program of Node, or null for the one that runs. */
  readonly node: string;
  /** A new folder for everything that is installed. */
  readonly folder: string;
  /** What packages were read from, shared so that each is fetched once. */
  readonly cache: string;
}

/** The outcome of one stranger. */
export interface Outcome {
  readonly what: string;
  readonly problem: string | null;
  /** Hash of the dataset that was answered from; null where none was. */
  readonly sha256: string | null;
}

/** Installs and uses the packages in every way; the command line by `npx`, without a project. */
export function tryOut(installation: Installation): Outcome[] {
  const own = strangers.map((one) => outcomeOf(one.what, one.prints, () => installAndRun(one, installation)));
  const commandLine = outcomeOf('command line by npx', /"statistic":"overview".*"sha256":"[0-9a-f]{64}"/s, () => {
    const folder = newFolder(installation, 'npx');
    const wanted = ['--yes', '@govexport/cli', 'overview', '--format', 'json'];
    return withNode(installation, folder, ['npx', ...wanted]);
  });
  return [...own, commandLine];
}

function installAndRun({ what, packages, code }: Stranger, installation: Installation): string {
  const folder = newFolder(installation, what.replaceAll(' ', '-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  withNode(installation, folder, ['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', ...packages]);
  writeFileSync(join(folder, 'use.js'), code);
  return withNode(installation, folder, ['node', 'use.js']);
}

function newFolder({ folder }: Installation, name: string): string {
  const made = join(folder, name);
  mkdirSync(made, { recursive: true });
  return made;
}

/** Runs a program with the Node of the installation first on the path, in a home without settings. */
function withNode({ registry, node, cache }: Installation, folder: string, command: readonly string[]): string {
  const settings = {
    HOME: folder,
    XDG_CACHE_HOME: join(folder, '.cache'),
    npm_config_cache: cache,
    npm_config_prefer_offline: 'true',
  };
  const path = `PATH=${node}${delimiter}${process.env['PATH'] ?? ''}`;
  const own = Object.entries({ ...settings, npm_config_registry: registry }).map(([name, text]) => `${name}=${text}`);
  return run('env', ['-u', 'NODE_OPTIONS', path, ...own, ...command], folder).trim();
}

function outcomeOf(what: string, prints: RegExp, act: () => string): Outcome {
  try {
    const printed = act();
    const problem = prints.test(printed) ? null : `printed ${printed.slice(0, 200)}; expected ${String(prints)}`;
    const [sha256 = null] = /[0-9a-f]{64}/.exec(printed) ?? [];
    return { what, problem, sha256 };
  } catch (error) {
    return { what, problem: (error as Error).message, sha256: null };
  }
}
