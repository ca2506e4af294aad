import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { statisticNames } from '@govexport/analysis';
import { loadDataset } from '@govexport/dataset';
import { expect, it } from 'vitest';
import { publishedStatistics, statisticsText } from '../src/node.ts';

const published = readFileSync(fileURLToPath(new URL('../../dataset/statistics.json', import.meta.url)), 'utf8');

it('statistics.json of the dataset is current; if not, run `pnpm generate` in the root', async () => {
  expect(statisticsText(await publishedStatistics(loadDataset()))).toBe(published);
});

it('holds the answer of every statistic, for the version and content of the dataset', () => {
  const { meta, sha256 } = loadDataset();
  const answers = JSON.parse(published) as Record<string, { statistic: string; dataset: object }>;
  expect(Object.keys(answers)).toEqual(statisticNames);
  for (const [name, { statistic, dataset }] of Object.entries(answers)) {
    expect(statistic).toBe(name);
    expect(dataset).toEqual({ name: meta.name, version: meta.version, sha256 });
  }
});
