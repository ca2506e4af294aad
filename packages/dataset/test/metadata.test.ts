import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { home, publication, root } from '../scripts/derived-files.ts';
import { citationFile } from '../src/derived/metadata/citation-file.ts';
import { describeDataset } from '../src/derived/metadata/description.ts';
import { loadDataset } from '../src/node.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(join(home, name), 'utf8'));
const { meta } = loadDataset();

const text = z.string().min(1);
const path = text.regex(/^(?![./~])(?!.*\/\.\.\/)(?!.*\\)/);
const license = z.strictObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/), path, title: text });
const terms = z.strictObject({ value: text, label: text, description: text });
const field = z.strictObject({
  name: text,
  // Lists are joined and groups are flattened, so that no cell holds JSON.
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  description: text,
  constraints: z.strictObject({
    required: z.boolean(),
    unique: z.literal(true).optional(),
    enum: z.array(text).min(1).optional(),
    pattern: text.optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
  }),
  categories: z.array(terms).min(1).optional(),
});
const keys = z.array(text).min(1);
const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9_.-]+$/),
  type: z.literal('table'),
  title: text,
  description: text,
  path,
  format: z.literal('csv'),
  mediatype: z.literal('text/csv'),
  encoding: z.literal('utf-8'),
  dialect: z.strictObject({ delimiter: z.literal(',') }),
  bytes: z.int().min(1),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  licenses: z.array(license).min(1),
  schema: z.strictObject({
    $schema: z.literal('https://datapackage.org/profiles/2.0/tableschema.json'),
    fields: z.array(field).min(1),
    missingValues: z.array(z.string()).min(1),
    primaryKey: keys,
    foreignKeys: z
      .array(z.strictObject({ fields: keys, reference: z.strictObject({ resource: text, fields: keys }) }))
      .min(1)
      .optional(),
  }),
});
const dataPackage = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  description: text,
  version: text,
  homepage: z.url(),
  licenses: z.array(license).min(1),
  contributors: z.array(z.strictObject({ title: text, roles: keys })).min(1),
  keywords: keys,
  sources: z.array(z.strictObject({ title: text, path: z.url() })),
  resources: z.array(resource).min(1),
});

describe('datapackage.json', () => {
  const { resources, version } = dataPackage.parse(read('datapackage.json'));

  test('names every resource once, with the size and hash of its file', () => {
    expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length);
    for (const { path: file, bytes, hash } of resources) {
      const content = readFileSync(join(home, file));
      expect(content).toHaveLength(bytes);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
    }
    expect(version).toBe(meta.version);
  });

  test('has the columns of the file in order', () => {
    for (const { path: file, schema } of resources) {
      const [header] = readFileSync(join(home, file), 'utf8').split('\n');
      expect(schema.fields.map(({ name }) => name).join(',')).toBe(header);
    }
  });

  test('refers to resources and fields that there are', () => {
    const references = resources.flatMap(({ schema }) => (schema.foreignKeys ?? []).map(({ reference }) => reference));
    expect(references.length).toBeGreaterThan(20);
    for (const { resource: name, fields } of references) {
      expect(resources.find((one) => one.name === name)?.schema.primaryKey).toEqual(fields);
    }
  });
});

test.each(['csvw-metadata.json', 'schema-org.jsonld', 'croissant.json'])('%s describes the same files', (name) => {
  const metadata = z
    .object({
      tables: z.array(z.object({ url: text })).optional(),
      distribution: z.array(z.object({ contentUrl: text, sha256: text })).optional(),
    })
    .parse(read(name));
  const paths = metadata.tables?.map(({ url }) => url) ?? metadata.distribution?.map(({ contentUrl }) => contentUrl);
  expect(paths).toEqual(describeDataset(loadDataset(), publication()).files.map(({ path: file }) => file));
});

test('croissant.json refers only to fields and files that it describes', () => {
  const node = z.object({ '@id': text });
  const source = z.object({ fileObject: node, extract: z.object({ column: text }) });
  const fields = z.array(node.extend({ source, references: z.object({ field: node }).optional() }));
  const { recordSet, distribution, conformsTo } = z
    .object({
      conformsTo: text,
      distribution: z.array(node),
      recordSet: z.array(node.extend({ key: z.union([node, z.array(node)]), field: fields })),
    })
    .parse(read('croissant.json'));
  expect(conformsTo).toBe('http://mlcommons.org/croissant/1.1');
  const files = new Set(distribution.map((one) => one['@id']));
  const all = recordSet.flatMap(({ field: columns }) => columns);
  const ids = new Set(all.map((one) => one['@id']));
  expect(ids.size).toBe(all.length);
  for (const { source: from, references } of all) {
    expect(files).toContain(from.fileObject['@id']);
    if (references !== undefined) expect(ids).toContain(references.field['@id']);
  }
  for (const { key } of recordSet) for (const part of [key].flat()) expect(ids).toContain(part['@id']);
});

test('datacite.json has what is mandatory, but the identifier that its registration gives', () => {
  expect(read('datacite.json')).toMatchObject({
    creators: [{ name: meta.creators[0] }],
    titles: [{ title: meta.title }],
    publisher: { name: meta.creators[0] },
    publicationYear: meta.year_published,
    types: { resourceTypeGeneral: 'Dataset' },
  });
});

test('CITATION.cff has the version and the creators, and quotes an apostrophe', () => {
  const description = describeDataset(loadDataset(), publication());
  expect(readFileSync(join(root, 'CITATION.cff'), 'utf8')).toContain(`\nversion: ${meta.version}\n`);
  const odd = { ...description, meta: { ...meta, creators: ["O'Hara: team"] } };
  expect(citationFile(odd)).toContain("  - name: 'O''Hara: team'\n");
});

test('SHA256SUMS has the hash of each file that stands in the package, made or kept', () => {
  const lines = readFileSync(join(home, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const files = lines.map((line) => line.split('  ')[1] ?? '');
  expect(files).toEqual(
    expect.arrayContaining(['data/programs/GX-0001.json', 'csv/programs.csv', 'changes.json', 'ids.csv']),
  );
  for (const line of lines) {
    const [hash, file = ''] = line.split('  ');
    expect(hash).toBe(
      createHash('sha256')
        .update(readFileSync(join(home, file)))
        .digest('hex'),
    );
  }
  const { files: packed } = z.object({ files: z.array(text) }).parse(read('package.json'));
  const summed = new Set(files.map((file) => file.split('/')[0]));
  // The rest is built, copied or signed when the package is packed, or is the file itself.
  expect(packed.filter((name) => !summed.has(name))).toEqual([
    ...['SHA256SUMS', 'SHA256SUMS.minisig', 'dist', 'LICENSE', 'LICENSE-DATA'],
  ]);
});
