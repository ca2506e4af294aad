import type { Description } from './description.ts';

/** `schema-org.jsonld`: the dataset as search engines for datasets read it. */
export function schemaOrg({ meta, homepage, years, places, files }: Description) {
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    ...(homepage === null ? {} : { '@id': homepage }),
    name: meta.title,
    alternateName: meta.name,
    description: meta.description,
    ...(homepage === null ? {} : { url: homepage }),
    version: meta.version,
    license: meta.license_url,
    isAccessibleForFree: true,
    datePublished: String(meta.year_published),
    creator: meta.creators.map((name) => ({ '@type': 'Organization', name })),
    keywords: meta.keywords,
    ...(years === null ? {} : { temporalCoverage: `${years.first}/${years.last}` }),
    spatialCoverage: places.map((name) => ({ '@type': 'Place', name })),
    measurementTechnique: 'Re-collection from stored copies of public pages; see the cautions of the codebook.',
    distribution: files.map(({ title, path, bytes, sha256, license }) => ({
      '@type': 'DataDownload',
      name: title,
      contentUrl: path,
      encodingFormat: 'text/csv',
      contentSize: `${bytes} B`,
      sha256,
      license: license.path,
    })),
  };
}
