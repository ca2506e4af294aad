import { isAddress, type TableSchemaField } from '@govexport/schema';
import type { DescribedFile, Description } from './description.ts';

/** `csvw-metadata.json`: the CSV files as a table group of CSV on the Web. */
export function csvwMetadata({ meta, homepage, files }: Description) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    ...(homepage === null ? {} : { '@id': homepage }),
    'dc:title': meta.title,
    'dc:description': meta.description,
    'dc:creator': meta.creators,
    'dc:license': { '@id': meta.license_url },
    'schema:version': meta.version,
    dialect: { header: true, encoding: 'utf-8', lineTerminators: ['\n'] },
    tables: files.map((file) => table(file, files)),
  };
}

function table({ path, title, description, license, schema }: DescribedFile, files: readonly DescribedFile[]) {
  const urlOf = (name: string) => files.find((file) => file.name === name)?.path;
  const foreignKeys = schema.foreignKeys.map(({ fields, reference }) => ({
    columnReference: fields,
    reference: { resource: urlOf(reference.resource), columnReference: reference.fields },
  }));
  return {
    url: path,
    'dc:title': title,
    'dc:description': description,
    'dc:license': { '@id': license.path },
    tableSchema: {
      columns: schema.fields.map(column),
      primaryKey: schema.primaryKey,
      ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
    },
  };
}

function column(field: TableSchemaField) {
  const { name, type, description, constraints } = field;
  return {
    name,
    titles: name,
    'dc:description': description,
    datatype: isAddress(field) ? 'anyURI' : type,
    required: constraints['required'] === true,
  };
}
