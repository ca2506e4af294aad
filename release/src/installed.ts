import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '@govexport/package-test/run.ts';
import type { Tarball } from './tarball.ts';

/** A library that comes with a package: installed beside it, or bundled into it. */
export interface Library {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Hash of its tarball as the registry has it; null for one that is bundled. */
  readonly integrity: string | null;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

type Lock = ReadonlyMap<string, Locked>;

/** Installs packages from a registry into a new folder and reads what npm notes of everything that came with them. */
export function installAll(names: readonly string[], folder: string, flags: readonly string[]): Lock {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'everything', private: true }));
  run(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...flags, ...names],
    folder,
  );
  const text = readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8');
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Locked>> };
  return new Map(Object.entries(packages));
}

/** Every library of a package: what its dependencies install, theirs too, and what its bundles hold. */
export function librariesOf({ manifest, files }: Tarball, lock: Lock): Library[] {
  const found = new Map<string, Library>();
  const visit = (path: string): void => {
    for (const name of Object.keys(lock.get(path)?.dependencies ?? {})) {
      const place = placeOf(name, path, lock);
      if (found.has(place)) continue;
      const { version = '', license = '', integrity = null } = lock.get(place) ?? {};
      found.set(place, { name, version, license, integrity });
      visit(place);
    }
  };
  visit(`node_modules/${manifest.name}`);
  const bundled = files.get('dist/third-party-licences.json');
  const parts = bundled === undefined ? [] : (JSON.parse(String(bundled)) as Omit<Library, 'integrity'>[]);
  const all = [...found.values(), ...parts.map((one) => ({ ...one, integrity: null }))];
  return [...new Map(all.map((one) => [`${one.name}@${one.version}`, one])).values()];
}

/** Where Node finds a dependency of a package: in its own folder, or in that of one above it. */
function placeOf(name: string, from: string, lock: Lock): string {
  for (let path = from; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('node_modules/') - 1))) {
    const place = `${path}/node_modules/${name}`;
    if (lock.has(place)) return place;
  }
  return `node_modules/${name}`;
}
