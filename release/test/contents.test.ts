import { expect, it } from 'vitest';
import { budgets } from '../src/budgets.ts';
import { contentProblems } from '../src/contents.ts';
import { originProblems } from '../src/manifest.ts';
import { madeTarball } from './made-tarball.ts';

const root = '/srv/build/workspace/';
const problemsOf = (files: Record<string, string>, manifest?: object) =>
  contentProblems(madeTarball(files, manifest), root);

it('finds nothing in a package that is right', async () => {
  expect(await problemsOf({})).toEqual([]);
  // A part of an address may look like a folder of a home.
  expect(await problemsOf({ 'data.json': '"https://a.example/en/home/news/"' })).toEqual([]);
});

// Parts, so that no file of the repository holds what the check looks for.
const key = ['npm', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dF2gH4'].join('_');

it.each([
  [{ 'dist/a.js': `// ${['', 'home', 'someone', 'a.ts'].join('/')}` }, /dist\/a.js names the path \/home\/someone/],
  [{ 'dist/a.js': `// ${root}packages/a.ts` }, /dist\/a.js names the path \/srv\/build\/workspace\//],
  [{ 'dist/a.js': `const token = '${key}';` }, /dist\/a.js holds a secret/],
  [{ 'README.md': 'npm install @govexport/schema' }, /README.md has no title/],
  [{ 'README.md': '# Schema' }, /does not say how to install it; expected npm install @govexport\/schema/],
  [{ 'README.md': '# S\n\nnpm i @govexport/schema\n\n[a](../../docs/a.md)' }, /leads to ..\/..\/docs\/a.md/],
  [{ LICENSE: '' }, /LICENSE is missing/],
  [{ 'dist/big.bin': randomText(2 * (budgets['@govexport/schema'] ?? 0)) }, /its tarball has \d+ bytes; allowed are/],
])('finds what is wrong with files: %o', async (files, expected) => {
  expect((await problemsOf(files)).join('\n')).toMatch(expected);
});

it.each([
  [{ license: undefined }, /license is missing; expected an SPDX expression/],
  [{ name: '@govexport/other' }, /has no budget/],
  [{ scripts: { postinstall: 'node a.js' } }, /scripts.postinstall runs at installing/],
  [{ dependencies: { a: 'workspace:^' } }, /the dependency a is "workspace:\^"/],
  [{ dependencies: { a: 'file:../a' } }, /the dependency a is "file:..\/a"/],
])('finds what is wrong with a manifest: %o', async (manifest, expected) => {
  expect((await problemsOf({}, manifest)).join('\n')).toMatch(expected);
});

it('knows whether a package says where it comes from', () => {
  const repository = { type: 'git', url: 'git+https://example.org/a/b.git', directory: 'packages/schema' };
  const origin = { repository, homepage: 'https://example.org/a', bugs: { url: 'https://example.org/a/issues' } };
  expect(originProblems(madeTarball({}, origin))).toEqual([]);
  expect(originProblems(madeTarball({}))).toHaveLength(4);
  const elsewhere = { ...origin, repository: { ...repository, directory: 'packages/other' } };
  expect(originProblems(madeTarball({}, elsewhere))).toEqual([
    '@govexport/schema: repository.directory is packages/other; expected packages/schema',
  ]);
});

/** A text that does not get smaller by packing. */
function randomText(length: number): string {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}
