import { describe, expect, test } from 'vitest';
import {
  codebookMarkdown,
  codebookOf,
  csvNameOf,
  flatFieldsOf,
  jsonSchemaOf,
  parseDataset,
  tables,
  termsOf,
  tableSchemaOf,
  Venue,
  type Dataset,
} from '../src/index.ts';
import { contextRecords } from './context-records.ts';
import { filesWith } from './valid-records.ts';

const parsed = parseDataset({
  ...filesWith({}),
  transfers: [contextRecords.transfers],
  codings: [contextRecords.codings],
});
const dataset = { ...(parsed.ok ? parsed.tables : {}), sha256: '' } as Dataset;
const tableOf = (name: string) => tables.find((table) => table.name === name) ?? tables[0];

describe.each(tables)('$name', (table) => {
  const fields = Object.keys(table.record.shape);

  test('JSON Schema: every field is there and required, and no other is allowed', () => {
    const schema = jsonSchemaOf(table);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.title).toBe(table.title);
    expect(Object.keys(schema.properties ?? {})).toEqual(fields);
    expect(schema.required).toEqual(fields);
    expect(schema.additionalProperties).toBe(false);
  });

  test('Table Schema: the columns are the flat fields in order, with a type and a description', () => {
    const schema = tableSchemaOf(table);
    expect(schema.fields.map(({ name }) => name)).toEqual(flatFieldsOf(table.record).map(({ name }) => name));
    expect(schema.primaryKey).toEqual(table.key);
    expect(schema.missingValues).toEqual(['']);
    for (const { type, description } of schema.fields) {
      expect(['string', 'integer', 'number', 'boolean']).toContain(type);
      expect(description).toMatch(/\.$/);
    }
  });

  test('codebook: every field is described', () => {
    const entry = codebookOf(dataset).tables.find(({ name }) => name === table.name);
    expect(entry?.fields.map(({ name }) => name).filter((name) => !/[.[]/.test(name))).toEqual(fields);
    expect(csvNameOf(table)).toBe(`${table.name}.csv`);
  });
});

describe('Table Schema', () => {
  const field = (table: string, name: string) => tableSchemaOf(tableOf(table)).fields.find((one) => one.name === name);

  test('lists the values of a vocabulary with labels and definitions', () => {
    expect(field('programs', 'venue')?.constraints).toEqual({ required: true, enum: Venue.values });
    expect(field('programs', 'venue')?.categories?.[0]).toEqual({
      value: 'in_sender',
      label: 'In the sending state',
      description: 'The trainees came to the sending state.',
    });
  });

  test('tells types, bounds, patterns and what may be empty', () => {
    expect(field('programs', 'security_related')).toMatchObject({ type: 'boolean', constraints: { required: false } });
    expect(field('programs', 'duration_days')).toMatchObject({
      type: 'integer',
      constraints: { required: false, minimum: 1 },
    });
    expect(field('programs', 'duration_days')?.constraints).not.toHaveProperty('maximum');
    expect(field('programs', 'id')?.constraints).toMatchObject({ unique: true, pattern: '[A-Z]{1,8}-\\d{3,}' });
    expect(field('programs', 'countries')).toMatchObject({ type: 'string', constraints: { required: false } });
    expect(field('programs', 'participants_low')?.type).toBe('integer');
    expect(field('places', 'latitude')?.constraints).toEqual({ required: true, minimum: -90, maximum: 90 });
    expect(field('borders', 'length_km')?.constraints).toEqual({ required: true, exclusiveMinimum: 0 });
    expect(field('sources', 'url')).toMatchObject({
      type: 'string',
      constraints: { pattern: expect.stringMatching(/^https/) as string },
    });
  });

  test('has a foreign key where a field holds one id', () => {
    expect(tableSchemaOf(tableOf('codings')).foreignKeys).toEqual([
      { fields: ['program'], reference: { resource: 'programs', fields: ['id'] } },
    ]);
    expect(tableSchemaOf(tableOf('programs')).foreignKeys).toEqual([]);
  });
});

describe('codebook', () => {
  const codebook = codebookOf(dataset);
  const field = (table: string, name: string) =>
    codebook.tables.find((one) => one.name === table)?.fields.find((one) => one.name === name);

  test('tells type, values, unknown, share and example of a field', () => {
    expect(field('programs', 'technology_component')).toEqual({
      name: 'technology_component',
      type: 'true or false',
      description:
        'Whether Chinese technology, equipment or a technical method was taught, shown or used; null where the content is described too thinly.',
      null_means: 'Where the content is described too thinly.',
      values: [],
      references: null,
      known: 0,
      share_known: 0,
      example: null,
    });
    expect(field('programs', 'end')).toMatchObject({
      type: 'date, to the year, month or day',
      null_means: 'Unknown: the sources are silent.',
      known: 1,
      share_known: 1,
      example: '"2014-05-31"',
    });
    expect(field('programs', 'venue')).toMatchObject({ type: 'term', null_means: null });
    expect(field('programs', 'venue')?.values.map(({ value }) => value)).toEqual(Venue.values);
    expect(field('programs', 'countries')).toMatchObject({ type: 'list (term)', example: '["KZ"]' });
    expect(field('programs', 'sources')?.references).toBe('sources');
    expect(field('transfers', 'value')).toMatchObject({ type: 'number', example: '150000.5' });
    expect(field('agreements', 'date')).toMatchObject({ known: 0, share_known: null, example: null });
  });

  test('describes the fields within groups', () => {
    expect(field('programs', 'participants.low')).toMatchObject({ type: 'whole number', known: 1, example: '20' });
    expect(field('programs', 'recipient_agencies[].country')?.null_means).toBe('Where several or unknown.');
  });

  test('names the licence of each part', () => {
    const licenses = Object.fromEntries(codebook.tables.map(({ name, license }) => [name, license.name]));
    expect(licenses).toMatchObject({
      programs: 'CC-BY-4.0',
      indicators: 'CC-BY-SA-4.0 AND ODC-By-1.0',
      borders: 'other-pd',
    });
  });

  test('names the licence of one record where parts of its table have their own', () => {
    const terms = { license: 'CC-BY-4.0', license_url: 'https://creativecommons.org/licenses/by/4.0/' };
    const of = (producer: string) => termsOf(tableOf('indicators'), terms, { producer }).name;
    expect([of('V-Dem Institute'), of('AidData'), of('Another')]).toEqual(['CC-BY-SA-4.0', 'ODC-By-1.0', 'CC-BY-4.0']);
  });

  test('is plain JSON, and Markdown with a section for each table', () => {
    expect(JSON.parse(JSON.stringify(codebook))).toEqual(codebook);
    const text = codebookMarkdown(codebook);
    expect(text.match(/^## .+$/gm)).toEqual([
      '## Before using the numbers',
      ...tables.map(({ title }) => `## ${title}`),
    ]);
    expect(text).toContain('- `in_sender`: In China. The trainees came to China.');
    expect(text).toContain('| `round` | whole number | Round of coding, from 1. | never null | 1 (100%) | `1` |');
  });

  test('Markdown keeps a table whole when a text holds a bar or a backtick', () => {
    const [programs] = codebook.tables;
    const [id] = programs?.fields ?? [];
    const odd = { ...programs, fields: [{ ...id, example: 'a|`b`' }] } as (typeof codebook.tables)[number];
    expect(codebookMarkdown({ ...codebook, tables: [odd] })).toContain('| `` a\\|`b` `` |');
  });
});
