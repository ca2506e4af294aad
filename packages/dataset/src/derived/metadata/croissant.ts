import { citationOf, isAddress, type TableSchemaField } from '@govexport/schema';
import type { DescribedFile, Description } from './description.ts';

const croissantTerms = [
  'citeAs',
  'column',
  'containedIn',
  'extract',
  'field',
  'fileObject',
  'fileProperty',
  'fileSet',
  'format',
  'includes',
  'isLiveDataset',
  'jsonPath',
  'key',
  'md5',
  'parentField',
  'path',
  'recordSet',
  'references',
  'regex',
  'repeated',
  'replace',
  'separator',
  'source',
  'subField',
  'transform',
];

const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  dct: 'http://purl.org/dc/terms/',
  sc: 'https://schema.org/',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  ...Object.fromEntries(croissantTerms.map((term) => [term, `cr:${term}`])),
};

const dataTypes: Readonly<Record<string, string>> = {
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
};

/** `croissant.json`: the dataset by Croissant 1.1, with every column as a field. */
export function croissant({ meta, sha256, homepage, files }: Description) {
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
    name: meta.name,
    alternateName: meta.title,
    description: meta.description,
    ...(homepage === null ? {} : { url: homepage }),
    version: meta.version,
    license: meta.license_url,
    creator: meta.creators.map((name) => ({ '@type': 'sc:Organization', name })),
    datePublished: String(meta.year_published),
    keywords: meta.keywords,
    citeAs: citationOf({ meta, sha256 }).bibtex,
    isLiveDataset: false,
    distribution: files.map(({ path, title, bytes, sha256: hash }) => ({
      '@type': 'cr:FileObject',
      '@id': path,
      name: path,
      description: title,
      contentUrl: path,
      contentSize: `${bytes} B`,
      encodingFormat: 'text/csv',
      sha256: hash,
    })),
    recordSet: files.map(recordSet),
  };
}

function recordSet(file: DescribedFile) {
  const { name, title, description, schema } = file;
  const key = schema.primaryKey.map((field) => ({ '@id': `${name}/${field}` }));
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description: `${title}. ${description}`,
    key: key.length === 1 ? key[0] : key,
    field: schema.fields.map((field) => column(file, field)),
  };
}

function column({ name: table, path, schema }: DescribedFile, field: TableSchemaField) {
  const { name, type, description } = field;
  const target = schema.foreignKeys.find(({ fields }) => fields[0] === name)?.reference;
  return {
    '@type': 'cr:Field',
    '@id': `${table}/${name}`,
    name,
    description,
    dataType: isAddress(field) ? 'sc:URL' : (dataTypes[type] ?? 'sc:Text'),
    ...(target === undefined
      ? {}
      : { references: { field: { '@id': `${target.resource}/${target.fields[0] ?? 'id'}` } } }),
    source: { fileObject: { '@id': path }, extract: { column: name } },
  };
}
