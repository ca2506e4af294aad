import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Folders of the packages that are published. */
export const published = [
  'packages/schema',
  'packages/dataset',
  'packages/analysis',
  'packages/http',
  'packages/router',
  'apps/api',
  'apps/cli',
];

/** What the API needs; its Svelte components are for our site, and no entry that these checks know. */
export const needed = ['packages/charts'];

/** What the tests read of a manifest. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports?: Readonly<Record<string, unknown>>;
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

/** The tarball of each published package, as it would be uploaded. */
export function pack(target: string): Map<string, string> {
  return new Map([...published, ...needed].map((folder) => [manifestOf(folder).name, packOne(folder, target)]));
}

/** The tarball of one package. */
function packOne(folder: string, target: string): string {
  mkdirSync(target, { recursive: true });
  const { name, version } = manifestOf(folder);
  run('pnpm', ['pack', '--pack-destination', target], join(root, folder));
  return join(target, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
}

/** A new folder outside the workspace. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'govexport-package-'));
}

/** A package in the version that the repository has. */
export function pinned(name: string): string {
  const path = join(root, 'apps/api/node_modules', name, 'package.json');
  return `${name}@${(JSON.parse(readFileSync(path, 'utf8')) as Manifest).version}`;
}

/**
 * An empty project that installs tarballs with npm, as a stranger would.
 *
 * @param others - what else it installs; not given: what the tarballs are used with, as the repository has it
 */
export function installConsumer(
  folder: string,
  tarballs: Iterable<string>,
  others: readonly string[] = ['zod', '@trpc/client', '@types/node'].map(pinned),
): void {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const consumer = join(dirname(fileURLToPath(import.meta.url)), '..', 'consumer');
  for (const file of readdirSync(consumer)) cpSync(join(consumer, file), join(folder, file));
  cpSync(join(consumer, 'client.ts'), join(folder, 'common-client.cts'));
  run('npm', ['install', ...installing, ...tarballs, ...others], folder);
}

const installing = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts', '--loglevel=error'];
