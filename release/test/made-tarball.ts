import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '@govexport/package-test/run.ts';
import { readTarball, type Tarball } from '../src/tarball.ts';

const right = {
  'README.md': '# Schema\n\nnpm install @govexport/schema\n',
  LICENSE: 'MIT',
  'dist/index.js': 'export const answer = 42;\n',
};

const rightManifest = {
  name: '@govexport/schema',
  version: '1.0.0',
  description: 'A package',
  license: 'MIT',
  type: 'module',
  engines: { node: '>=20.15' },
  exports: './dist/index.js',
};

/** A tarball that is right but for what is given. */
export function madeTarball(files: Readonly<Record<string, string>>, manifest: object = {}): Tarball {
  const folder = mkdtempSync(join(tmpdir(), 'govexport-release-'));
  const all = { ...right, 'package.json': JSON.stringify({ ...rightManifest, ...manifest }), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, 'package', path)), { recursive: true });
    writeFileSync(join(folder, 'package', path), text);
  }
  run('tar', ['-czf', 'packed.tgz', 'package'], folder);
  return readTarball(join(folder, 'packed.tgz'), 'packages/schema');
}
