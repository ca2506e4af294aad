/**
 * `pnpm release:dry`: packs every package, checks what is in it, publishes it to a registry that lives as long as this
 * runs, and installs it from there as a stranger would, on every Node that is promised.
 *
 * Options: `--output FOLDER` keeps the tarballs with their lists of parts, `--strict` takes an open point for a problem.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installNode } from '@govexport/package-test/node-package.ts';
import { manifestOf, needed, pack, published, temporaryFolder } from '@govexport/package-test/packed.ts';
import { run } from '@govexport/package-test/run.ts';
import { lookUpAdvisories } from './src/advisories.ts';
import { contentProblems } from './src/contents.ts';
import { installAll, librariesOf } from './src/installed.ts';
import { licenceProblems } from './src/licences.ts';
import { originProblems } from './src/manifest.ts';
import { publish } from './src/publish.ts';
import { startRegistry } from './src/registry.ts';
import { sbomOf } from './src/sbom.ts';
import { tryOut } from './src/strangers.ts';
import { readTarball, type Tarball } from './src/tarball.ts';

/** The oldest Node that is promised, the one that the workspace pins, and the one after. */
const nodes = ['20.18.1', '22.23.2', '24.18.1'];

const { values } = parseArgs({ options: { output: { type: 'string' }, strict: { type: 'boolean', default: false } } });
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = temporaryFolder();
const problems: string[] = [];
const open: string[] = [];

try {
  const tarballs = packAll();
  say('packed', `${tarballs.length} packages, ${megabytes(tarballs)} MB`);
  for (const one of tarballs) note('contents', await contentProblems(one, root));
  const origin = tarballs.flatMap(originProblems);
  if (origin.length > 0) open.push(originSentence(tarballs, origin));
  await withRegistry(tarballs);
  if (values.output !== undefined) keep(tarballs, values.output);
  finish(tarballs.length);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function packAll(): Tarball[] {
  const paths = pack(join(folder, 'tarballs'));
  return [...published, ...needed].map((directory) => {
    const path = paths.get(manifestOf(directory).name);
    if (path === undefined) throw new Error(`${directory} was not packed.`);
    return readTarball(path, directory);
  });
}

async function withRegistry(tarballs: readonly Tarball[]): Promise<void> {
  const upstream = run('npm', ['config', 'get', 'registry'], root).trim();
  const registry = await startRegistry(join(folder, 'registry'), upstream);
  try {
    const home = join(folder, 'publisher');
    mkdirSync(home);
    // npm asks for a key before it asks the registry, which takes any.
    const flags = [`--${registry.address.slice('http:'.length)}/:_authToken=none`];
    const done = await publish(tarballs, { registry: registry.address, flags, folder: home });
    say('published', `${done.length} packages to a registry on loopback`);
    installOnEveryNode(registry.address);
    await examineLibraries(tarballs, registry.address, upstream);
  } finally {
    await registry.stop();
  }
}

function installOnEveryNode(registry: string): void {
  const hashes = new Set<string>();
  for (const version of nodes) {
    const place = join(folder, `node-${version}`);
    const node = installNode(version, place);
    const outcomes = tryOut({ registry, node, folder: place, cache: join(folder, 'cache') });
    for (const { sha256 } of outcomes) if (sha256 !== null) hashes.add(sha256);
    note(
      `Node ${version}`,
      outcomes.flatMap(({ what, problem }) => (problem === null ? [] : [`${what}: ${problem}`])),
    );
    say(
      `Node ${version}`,
      outcomes.map(({ what, problem }) => `${what} ${problem === null ? 'fine' : 'FAILED'}`).join(', '),
    );
  }
  if (hashes.size !== 1)
    problems.push(`answers name ${hashes.size} hashes of the dataset; expected one on every way in`);
}

async function examineLibraries(tarballs: readonly Tarball[], registry: string, upstream: string): Promise<void> {
  const place = join(folder, 'everything');
  mkdirSync(place);
  const names = tarballs.map(({ manifest }) => manifest.name);
  const lock = installAll([...names, 'zod'], place, ['--registry', registry, '--cache', join(folder, 'cache')]);
  const all = tarballs.flatMap((one) => {
    const libraries = librariesOf(one, lock);
    writeFileSync(one.path.replace(/\.tgz$/, '.cdx.json'), sbomOf(one, libraries));
    return libraries;
  });
  const foreign = [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()].filter(
    ({ name }) => !names.includes(name),
  );
  note('licences', licenceProblems(foreign));
  const licences = Object.groupBy(foreign, ({ license }) => license);
  const counts = Object.entries(licences).map(([license, list = []]) => `${license} ${list.length}`);
  say('libraries', `${foreign.length}, installed or bundled: ${counts.sort().join(', ')}`);
  const advisories = await lookUpAdvisories(foreign, upstream);
  note('advisories', advisories.problems);
  if (advisories.notAsked !== null) open.push(`advisories were not looked up: ${advisories.notAsked}`);
}

function originSentence(tarballs: readonly Tarball[], origin: readonly string[]): string {
  const none = tarballs.every(({ manifest }) => manifest.repository === undefined);
  if (!none) return origin.join('; ');
  return 'no package says where its repository is, and npm vouches for none without; run pnpm release:place';
}

function keep(tarballs: readonly Tarball[], target: string): void {
  mkdirSync(target, { recursive: true });
  const files = tarballs.flatMap(({ path }) => [path, path.replace(/\.tgz$/, '.cdx.json')]);
  for (const file of files) cpSync(file, join(target, basename(file)));
  say('kept', `${files.length} files in ${target}`);
}

function megabytes(tarballs: readonly Tarball[]): string {
  return (tarballs.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1);
}

function note(what: string, found: readonly string[]): void {
  problems.push(...found.map((one) => `${what}: ${one}`));
}

function say(what: string, text: string): void {
  console.log(`${what.padEnd(14)} ${text}`);
}

function finish(count: number): void {
  const failed = values.strict ? [...problems, ...open] : problems;
  for (const one of failed) console.error(`Problem: ${one}`);
  if (!values.strict) for (const one of open) console.log(`Open: ${one}`);
  const verdict = failed.length === 0 ? 'can be released' : `cannot be released: ${failed.length} problems`;
  console.log(`${count} packages on Node ${nodes.join(', ')}: ${verdict}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
