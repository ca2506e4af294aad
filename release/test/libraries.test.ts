import { expect, it } from 'vitest';
import { librariesOf } from '../src/installed.ts';
import { licenceProblems } from '../src/licences.ts';
import { sbomOf } from '../src/sbom.ts';
import { madeTarball } from './made-tarball.ts';

const lock = new Map([
  ['node_modules/@govexport/schema', { version: '1.0.0', dependencies: { a: '^1.0.0', b: '^2.0.0' } }],
  [
    'node_modules/a',
    { version: '1.0.0', license: 'MIT', integrity: `sha512-${'A'.repeat(86)}==`, dependencies: { b: '^1.0.0' } },
  ],
  ['node_modules/a/node_modules/b', { version: '1.0.0', license: 'ISC' }],
  ['node_modules/b', { version: '2.0.0', license: '(GPL-3.0-only OR MIT)', dependencies: { a: '^1.0.0' } }],
  ['node_modules/c', { version: '3.0.0', license: 'MIT' }],
]);

const bundled = [{ name: 'd', version: '4.0.0', license: 'GPL-3.0-only' }];
const tarball = madeTarball({ 'dist/third-party-licences.json': JSON.stringify(bundled) });

it('follows dependencies as Node does, and adds what is bundled', () => {
  const names = librariesOf(tarball, lock).map(({ name, version }) => `${name} ${version}`);
  expect(names.sort()).toEqual(['a 1.0.0', 'b 1.0.0', 'b 2.0.0', 'd 4.0.0']);
});

it('names a licence that is not on the list, also that of a bundled library', () => {
  expect(licenceProblems(librariesOf(tarball, lock))).toEqual([
    'd 4.0.0 has the licence GPL-3.0-only; expected one of the list in release/src/licences.ts',
  ]);
  const none = { name: 'e', version: '1.0.0', license: 'SEE LICENSE', integrity: null };
  expect(licenceProblems([none])).toHaveLength(1);
});

it('writes a list of parts with hashes, the same bytes each time', () => {
  const text = sbomOf(tarball, librariesOf(tarball, lock));
  expect(sbomOf(tarball, librariesOf(tarball, lock))).toBe(text);
  const bom = JSON.parse(text) as Record<string, never>;
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    metadata: {
      component: { group: '@govexport', name: 'schema', version: '1.0.0', hashes: [{ alg: 'SHA-512' }] },
    },
  });
  expect(bom['components']).toContainEqual({
    type: 'library',
    name: 'a',
    version: '1.0.0',
    'bom-ref': 'a@1.0.0',
    hashes: [{ alg: 'SHA-512', content: '00'.repeat(64) }],
    licenses: [{ license: { id: 'MIT' } }],
    purl: 'pkg:npm/a@1.0.0',
  });
});
