import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { zenodoFile } from '../scripts/zenodo.ts';
import { loadDataset } from '../src/index.ts';
import { citationFile } from '../src/derived/metadata/citation-file.ts';
import { dataCite } from '../src/derived/metadata/datacite.ts';
import { describeDataset } from '../src/derived/metadata/description.ts';
import { unpublished } from '../src/derived/publication.ts';

const published = loadDataset();
const placed = { ...published, meta: { ...published.meta, doi: '10.5281/zenodo.1234', url: 'https://data.example/' } };

it('.zenodo.json is current', () => {
  const committed = readFileSync(fileURLToPath(new URL('../../../.zenodo.json', import.meta.url)), 'utf8');
  expect(committed).toBe(zenodoFile(published).text);
});

it('a DOI that is filled in stands wherever a dataset is cited from', () => {
  const description = describeDataset(placed, unpublished);
  expect(JSON.parse(zenodoFile(placed).text)).toMatchObject({ doi: '10.5281/zenodo.1234' });
  expect(citationFile(description)).toContain("\ndoi: 10.5281/zenodo.1234\nurl: 'https://data.example/'\n");
  expect(dataCite(description)).toMatchObject({
    identifiers: [{ identifier: '10.5281/zenodo.1234', identifierType: 'DOI' }],
  });
});

it('none is invented', () => {
  const description = describeDataset(published, unpublished);
  expect(citationFile(description)).not.toMatch(/^(doi|url):/m);
  expect(dataCite(description)).not.toHaveProperty('identifiers');
});
