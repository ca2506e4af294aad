import type { Description } from './description.ts';

/** `datacite.json`: attributes of the dataset by the DataCite schema 4, for whoever registers a DOI. */
export function dataCite({ meta, homepage, years, places, files }: Description) {
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    types: { resourceTypeGeneral: 'Dataset', resourceType: 'Records of training programs' },
    titles: [{ title: meta.title, lang: 'en' }],
    creators: meta.creators.map((name) => ({ name, nameType: 'Organizational' })),
    publisher: { name: meta.creators.join('; ') },
    publicationYear: meta.year_published,
    version: meta.version,
    language: 'en',
    ...(meta.doi === undefined ? {} : { identifiers: [{ identifier: meta.doi, identifierType: 'DOI' }] }),
    ...(homepage === null ? {} : { url: homepage }),
    subjects: meta.keywords.map((subject) => ({ subject })),
    descriptions: [
      { description: meta.description, descriptionType: 'Abstract' },
      ...meta.cautions.map((description) => ({ description, descriptionType: 'Other' })),
    ],
    rightsList: [{ rights: meta.license, rightsUri: meta.license_url, rightsIdentifier: meta.license }],
    dates: years === null ? [] : [{ date: `${years.first}/${years.last}`, dateType: 'Coverage' }],
    geoLocations: places.map((geoLocationPlace) => ({ geoLocationPlace })),
    formats: ['text/csv'],
    sizes: [`${files.length} files`],
  };
}
