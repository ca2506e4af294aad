import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { manifestOf } from './src/packed.ts';

const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

it('the dataset, its package and its citation carry one version', () => {
  const { version } = manifestOf('packages/dataset');
  const { version: ofData } = JSON.parse(read('packages/dataset/data/dataset.json')) as { version: string };
  const [, ofCitation] = /^version: (.*)$/m.exec(read('CITATION.cff')) ?? [];
  expect([ofData, ofCitation]).toEqual([version, version]);
});

it('the workflow runs what .ci/run runs', () => {
  expect(read('.github/workflows/ci.yml')).toContain('run: .ci/run');
  expect(read('.github/workflows/ci.yml')).not.toMatch(/uses: [^@]+@(?![0-9a-f]{40} )/);
  expect(read('.ci/run')).toContain('npm test');
});
