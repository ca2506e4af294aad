import type { TableSchema } from '@govexport/schema';
import type { DescribedFile, Description } from './description.ts';

/** `datapackage.json`: the CSV files as a Data Package, version 2. */
export function dataPackage({ meta, homepage, files }: Description) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: meta.name,
    title: meta.title,
    description: [meta.description, ...meta.cautions].join('\n\n'),
    version: meta.version,
    ...(homepage === null ? {} : { homepage }),
    licenses: [{ name: meta.license, path: meta.license_url, title: meta.license }],
    contributors: meta.creators.map((title) => ({ title, roles: ['creator'] })),
    keywords: meta.keywords,
    sources: sourcesOf(files),
    resources: files.map(resource),
  };
}

/** What tables under terms of their own were taken from. */
function sourcesOf(files: readonly DescribedFile[]) {
  return files.flatMap(({ licenses }) =>
    licenses.flatMap(({ note, path }) => (note === null ? [] : { title: note, path })),
  );
}

function resource(file: DescribedFile) {
  const { name, title, description, path, bytes, sha256, licenses, schema } = file;
  return {
    name,
    type: 'table',
    title,
    description,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    // A reader that is not told guesses, and takes a sentence's semicolons for the delimiter.
    dialect: { delimiter: ',' },
    bytes,
    hash: `sha256:${sha256}`,
    licenses: licenses.map((license) => ({
      name: license.name,
      path: license.path,
      title: license.note ?? license.name,
    })),
    schema: withoutEmpty(schema),
  };
}

/** The profile has no empty lists. */
function withoutEmpty({ foreignKeys, ...schema }: TableSchema) {
  return foreignKeys.length === 0 ? schema : { ...schema, foreignKeys };
}
