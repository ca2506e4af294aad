import { run } from '@govexport/package-test/run.ts';
import type { Tarball } from './tarball.ts';

/** Where packages go, and how npm is called for it. */
export interface Target {
  readonly registry: string;
  /** Further flags of `npm publish`. */
  readonly flags: readonly string[];
  /** A folder without an .npmrc of its own. */
  readonly folder: string;
}

/**
 * Publishes tarballs whose version the registry does not have yet, those that others need first, so that at no moment a
 * package stands there whose dependencies do not.
 *
 * @returns names with versions that were published now
 */
export async function publish(tarballs: readonly Tarball[], { registry, flags, folder }: Target): Promise<string[]> {
  const published: string[] = [];
  for (const { path, manifest } of inOrder(tarballs)) {
    if (await has(registry, manifest.name, manifest.version)) continue;
    run('npm', ['publish', path, '--registry', registry, '--access', 'public', '--loglevel=error', ...flags], folder);
    published.push(`${manifest.name}@${manifest.version}`);
  }
  return published;
}

async function has(registry: string, name: string, version: string): Promise<boolean> {
  // npm blocks this process while it uploads, and a connection that was kept would be closed meanwhile.
  const headers = { connection: 'close' };
  const answer = await fetch(`${registry.replace(/\/$/, '')}/${name.replace('/', '%2f')}`, { headers });
  if (answer.status === 404) return false;
  if (!answer.ok) throw new Error(`${registry} answers ${answer.status} for ${name}; expected 200 or 404.`);
  const { versions } = (await answer.json()) as { readonly versions: Readonly<Record<string, unknown>> };
  return version in versions;
}

/** Dependencies before what depends on them. */
export function inOrder(tarballs: readonly Tarball[]): Tarball[] {
  const byName = new Map(tarballs.map((one) => [one.manifest.name, one]));
  const ordered = new Set<Tarball>();
  const add = (one: Tarball): void => {
    for (const name of Object.keys(one.manifest.dependencies ?? {})) {
      const needed = byName.get(name);
      if (needed !== undefined && !ordered.has(needed)) add(needed);
    }
    ordered.add(one);
  };
  tarballs.forEach(add);
  return [...ordered];
}
