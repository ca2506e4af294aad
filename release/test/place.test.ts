import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { fillPlace, placeProblems } from '../src/place.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

function copied(): string {
  const folder = mkdtempSync(join(tmpdir(), 'govexport-place-'));
  for (const file of ['packages/schema/package.json', 'packages/dataset/data/dataset.json']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
  return folder;
}

const repository = 'https://example.org/owner/name';

it('fills every field that a registry and an archive ask for, and nothing twice', () => {
  const folder = copied();
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
  const { name, version, cautions } = read('packages/dataset/data/dataset.json');
  const place = { repository, homepage: 'https://data.example/', doi: '10.5281/zenodo.1234' };
  const changed = fillPlace(folder, ['packages/schema'], place);
  expect(changed).toEqual(['packages/schema/package.json', 'packages/dataset/data/dataset.json']);
  expect(read('packages/schema/package.json')).toMatchObject({
    name: '@govexport/schema',
    homepage: 'https://data.example/',
    bugs: { url: 'https://example.org/owner/name/issues' },
    repository: { type: 'git', url: 'git+https://example.org/owner/name.git', directory: 'packages/schema' },
  });
  const filled = read('packages/dataset/data/dataset.json');
  expect(filled).toMatchObject({ name, version, cautions, url: 'https://data.example/', doi: '10.5281/zenodo.1234' });
  expect(fillPlace(folder, ['packages/schema'], place)).toEqual([]);
});

it('leaves the data alone where only the repository is told', () => {
  expect(fillPlace(copied(), ['packages/schema'], { repository })).toEqual(['packages/schema/package.json']);
});

it.each([
  [
    { repository: 'git@example.org:owner/name.git' },
    '--repository is "git@example.org:owner/name.git"; expected https://HOST/OWNER/NAME.',
  ],
  [
    { repository: 'https://example.org/owner/name.git' },
    '--repository is "https://example.org/owner/name.git"; expected https://HOST/OWNER/NAME.',
  ],
  [{ homepage: 'http://data.example/' }, '--homepage is "http://data.example/"; expected an address with https://.'],
  [
    { doi: 'https://doi.org/10.5281/zenodo.1' },
    '--doi is "https://doi.org/10.5281/zenodo.1"; expected a DOI without an address before it, such as 10.5281/zenodo.1234.',
  ],
])('refuses %o', (place, sentence) => {
  expect(placeProblems(place)).toEqual([sentence]);
});
