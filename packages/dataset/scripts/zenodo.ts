import type { Dataset } from '@govexport/schema';
import type { DerivedFile } from '../src/derived/metadata/files.ts';

/**
 * `.zenodo.json`: what Zenodo says of a release that it archives from a code host.
 *
 * Format: https://developers.zenodo.org/#representation
 */
export function zenodoFile({ meta }: Pick<Dataset, 'meta'>): DerivedFile {
  const { url, doi } = meta;
  const metadata = {
    title: `${meta.name}: ${meta.title}`,
    upload_type: 'dataset',
    description: meta.description,
    creators: meta.creators.map((name) => ({ name })),
    version: meta.version,
    access_right: 'open',
    license: meta.license.toLowerCase(),
    language: 'eng',
    keywords: meta.keywords,
    notes: meta.cautions.join('\n\n'),
    ...(url === undefined
      ? {}
      : { related_identifiers: [{ identifier: url, relation: 'isIdenticalTo', resource_type: 'dataset' }] }),
    ...(doi === undefined ? {} : { doi }),
  };
  return { path: '.zenodo.json', text: `${JSON.stringify(metadata, null, 2)}\n` };
}
