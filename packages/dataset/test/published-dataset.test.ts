import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { canonicalContent } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { DatasetError } from '../src/dataset-error.ts';
import { assembleDataset } from '../src/assemble-dataset.ts';
import { loadDataset } from '../src/index.ts';
import { readDataset, readDatasetFiles } from '../src/node.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const dataset = loadDataset();

const readJson = (path: string) => JSON.parse(readFileSync(`${home}${path}`, 'utf8')) as unknown;
const readTable = (table: string) =>
  readdirSync(`${home}data/${table}`)
    .sort()
    .map((name) => readJson(`data/${table}/${name}`));
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function openParts(value: unknown, path = 'dataset'): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => openParts(item, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

describe('the published dataset', () => {
  test('holds 72 programs and 91 sources, with ids that leave no gap', () => {
    const numbered = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`);
    expect(dataset.programs.map(({ id }) => id)).toEqual(numbered('GX', 72));
    expect(dataset.sources.map(({ id }) => id)).toEqual(numbered('S', 91));
  });

  test('carries the version of its package', () => {
    expect(readJson('package.json')).toMatchObject({ version: dataset.meta.version });
  });

  test('says what it is not, and under which licence it stands', () => {
    const cautions = dataset.meta.cautions.join(' ');
    for (const words of ['partial re-collection', 'not the table of', 'no human has yet checked', 'never read as no']) {
      expect(cautions).toContain(words);
    }
    expect(dataset.meta.license).toBe('CC-BY-4.0');
  });

  test('carries the hash of its content, the same from the files of its folder', () => {
    expect(dataset.sha256).toBe(sha256(canonicalContent(dataset as unknown as Parameters<typeof canonicalContent>[0])));
    const tables = {
      meta: readJson('data/dataset.json'),
      programs: readTable('programs'),
      sources: readTable('sources'),
    };
    expect(dataset.sha256).toBe(sha256(JSON.stringify(tables)));
  });

  test('is frozen at every depth', () => {
    expect(openParts(dataset)).toEqual([]);
    expect(() => Object.assign(dataset.programs[0]?.participants ?? {}, { value: 1 })).toThrow(TypeError);
    expect(() => (dataset.programs as unknown[]).pop()).toThrow(TypeError);
  });

  test('is one object, however often it is loaded', () => {
    expect(loadDataset()).toBe(dataset);
  });

  test('is what its folder holds', () => {
    expect(readDataset(`${home}data`)).toEqual(dataset);
  });
});

test('a changed copy of the published records is refused with what to call it', () => {
  const { meta, programs, sources } = readDatasetFiles(`${home}data`);
  const [first, ...others] = sources;
  const changed = { file: first?.file ?? '', value: { ...(first?.value as object), is_copy: 'true' } };
  const assemble = () => assembleDataset('The copy', { meta, programs, sources: [changed, ...others] });
  expect(assemble).toThrow(DatasetError);
  expect(assemble).toThrow(
    /^The copy has one problem:\n {2}sources\/S-0001\.json: is_copy is "true"; expected true or false$/,
  );
});
