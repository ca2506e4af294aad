import type { PackedManifest, Tarball } from './tarball.ts';

/** What is wrong with the fields that a registry shows and a package manager obeys. */
export function manifestProblems({ manifest, files }: Tarball): string[] {
  return [
    ...missing(manifest.description, 'description', 'one sentence'),
    ...missing(manifest.license, 'license', 'an SPDX expression'),
    ...missing(manifest.engines?.node, 'engines.node', 'a range of versions'),
    ...['README.md', 'LICENSE'].flatMap((file) => missing(files.get(file)?.toString(), file, 'a file')),
    ...hooks(manifest),
    ...ranges(manifest),
  ];
}

/**
 * What a registry needs to say where a package comes from, and npm to vouch for it. It is one open point for all
 * packages as long as there is no address, and a problem where the fields contradict the package.
 */
export function originProblems({ manifest, directory }: Tarball): string[] {
  const { repository, homepage, bugs } = manifest;
  const address = /^git\+https:\/\/[^\s]+\.git$/;
  return [
    ...unlike(repository?.url, address, { field: 'repository.url', expected: 'git+https://…git' }),
    ...unlike(repository?.directory, directory, { field: 'repository.directory', expected: directory }),
    ...unlike(homepage, /^https:\/\//, { field: 'homepage', expected: 'https://…' }),
    ...unlike(bugs?.url, /^https:\/\//, { field: 'bugs.url', expected: 'https://…' }),
  ].map((one) => `${manifest.name}: ${one}`);
}

interface Wanted {
  readonly field: string;
  readonly expected: string;
}

function unlike(value: string | undefined, allowed: RegExp | string, { field, expected }: Wanted): string[] {
  const fits = typeof allowed === 'string' ? value === allowed : allowed.test(value ?? '');
  return fits ? [] : [`${field} is ${value ?? 'missing'}; expected ${expected}`];
}

function missing(value: string | undefined, field: string, expected: string): string[] {
  return value === undefined || value.trim() === '' ? [`${field} is missing; expected ${expected}`] : [];
}

/** Scripts that a package manager runs on the machine of whoever installs. */
function hooks({ scripts = {} }: PackedManifest): string[] {
  const run = ['preinstall', 'install', 'postinstall', 'prepare'].filter((name) => name in scripts);
  return run.map((name) => `scripts.${name} runs at installing; expected none`);
}

/** Ranges that only this workspace can read. */
function ranges({ dependencies = {}, peerDependencies = {}, optionalDependencies = {} }: PackedManifest): string[] {
  return Object.entries({ ...dependencies, ...peerDependencies, ...optionalDependencies })
    .filter(([, range]) => !/^(npm:\S+@)?[\^~]?\d+\.\d+\.\d+/.test(range))
    .map(([name, range]) => `the dependency ${name} is "${range}"; expected a version or a range of versions`);
}
