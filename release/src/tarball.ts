import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { run } from '@govexport/package-test/run.ts';

/** What the checks read of a manifest, as a stranger's package manager gets it. */
export interface PackedManifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly homepage?: string;
  readonly bugs?: { readonly url?: string };
  readonly repository?: { readonly type?: string; readonly url?: string; readonly directory?: string };
  readonly engines?: { readonly node?: string };
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package as it would be uploaded. */
export interface Tarball {
  readonly path: string;
  /** Folder of the workspace that it was packed from. */
  readonly directory: string;
  readonly bytes: number;
  readonly manifest: PackedManifest;
  /** Every file by its path. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Reads all of a tarball. */
export function readTarball(path: string, directory: string): Tarball {
  const folder = mkdtempSync(join(tmpdir(), 'govexport-tarball-'));
  try {
    run('tar', ['-xzf', path, '-C', folder], folder);
    const files = filesBelow(join(folder, 'package'));
    const manifest = JSON.parse(String(files.get('package.json'))) as PackedManifest;
    return { path, directory, bytes: statSync(path).size, manifest, files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function filesBelow(top: string): Map<string, Buffer> {
  const entries = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(top, path).split(sep).join('/'), readFileSync(path)]));
}
