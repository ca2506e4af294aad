import { expect, test } from 'vitest';
import { openDataset, publishedChanges, publishedJsonLd } from '../src/node.ts';

test('the history of the published dataset ends with its version', () => {
  const [latest] = publishedChanges().releases;
  // Its hash is that of the release: between two of them the data may have gone on.
  expect(latest?.version).toBe(openDataset().meta.version);
});

test('the description for search engines is that of the published dataset', () => {
  const described = JSON.parse(publishedJsonLd()) as Record<string, unknown>;
  expect(described).toMatchObject({ '@type': 'Dataset', version: openDataset().meta.version });
});
