import { expect, test } from 'vitest';
import { openDataset, publishedChanges, publishedJsonLd } from '../src/node.ts';

test('the history of the published dataset ends with its version', () => {
  const [latest] = publishedChanges().releases;
  const { meta, sha256 } = openDataset();
  expect(latest).toMatchObject({ version: meta.version, sha256 });
});

test('the description for search engines is that of the published dataset', () => {
  const described = JSON.parse(publishedJsonLd()) as Record<string, unknown>;
  expect(described).toMatchObject({ '@type': 'Dataset', version: openDataset().meta.version });
});
