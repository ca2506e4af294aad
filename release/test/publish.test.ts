import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inOrder, publish } from '../src/publish.ts';
import { startRegistry, type Registry } from '../src/registry.ts';
import { madeTarball } from './made-tarball.ts';

const folder = mkdtempSync(join(tmpdir(), 'govexport-registry-'));
let registry: Registry;

beforeAll(async () => {
  mkdirSync(join(folder, 'publisher'));
  registry = await startRegistry(join(folder, 'registry'), 'http://127.0.0.1:9/');
});

afterAll(async () => {
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
});

const first = madeTarball({});
const second = madeTarball({}, { name: '@govexport/dataset', dependencies: { '@govexport/schema': '^1.0.0' } });

it('orders packages so that dependencies come first', () => {
  expect(inOrder([second, first])).toEqual([first, second]);
});

it('publishes what the registry does not have yet, and nothing twice', async () => {
  const flags = [`--${registry.address.slice('http:'.length)}/:_authToken=none`];
  const target = { registry: registry.address, flags, folder: join(folder, 'publisher') };
  expect(await publish([first], target)).toEqual(['@govexport/schema@1.0.0']);
  expect(await publish([second, first], target)).toEqual(['@govexport/dataset@1.0.0']);
  const answer = await fetch(`${registry.address}/@govexport%2fdataset`);
  const { versions } = (await answer.json()) as { versions: Record<string, { dependencies: unknown }> };
  expect(versions['1.0.0']?.dependencies).toEqual({ '@govexport/schema': '^1.0.0' });
});
