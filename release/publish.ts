/**
 * `pnpm release:publish FOLDER [--registry URL] [--provenance]`: publishes the tarballs that `pnpm release:dry --output FOLDER`
 * has checked, the very same files. A version that the registry has is passed over, so that a run that broke off can be
 * repeated.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { publish } from './src/publish.ts';
import { readTarball } from './src/tarball.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    registry: { type: 'string', default: 'https://registry.npmjs.org/' },
    provenance: { type: 'boolean', default: false },
  },
});
const [folder = ''] = positionals;
const files = folder === '' ? [] : readdirSync(folder).filter((name) => name.endsWith('.tgz'));
if (files.length === 0) {
  console.error(`There is no tarball in "${folder}"; expected the folder that pnpm release:dry --output has filled.`);
  process.exit(2);
}
const tarballs = files.map((name) => readTarball(resolve(folder, name), ''));
const flags = values.provenance ? ['--provenance'] : [];
const done = await publish(tarballs, { registry: values.registry, flags, folder: tmpdir() });
const passed = tarballs.length - done.length;
console.log(`Published ${done.length === 0 ? 'nothing' : done.join(', ')}; ${passed} were there already.`);
