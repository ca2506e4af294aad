import { expect, test } from 'vitest';
import { parseDataset, type DatasetFiles } from '../src/index.ts';
import { filesWith, program, sentences } from './valid-records.ts';

const reason = 'Two pages told of one course.';

const alias = (id: string, merged_into: string, line = 2) => ({
  file: `aliases.csv:${line}`,
  value: { id, merged_into, version: '1.1.0', reason },
});

const tombstone = (id: string, table = 'programs') => ({
  file: 'withdrawn.csv:2',
  value: { id, table, version: '1.1.0', reason },
});

const withRetired = (retired: Pick<DatasetFiles, 'aliases' | 'withdrawn' | 'programs'>): DatasetFiles => ({
  ...filesWith({}),
  ...retired,
});

test('ids that were given up are taken, sorted by id', () => {
  const aliases = [alias('S-0009', 'S-0001', 2), alias('GX-0007', 'GX-0001', 3)];
  const parsed = parseDataset(withRetired({ aliases, withdrawn: [tombstone('GX-0008')] }));
  expect(parsed.ok && parsed.tables.aliases.map(({ id }) => id)).toEqual(['GX-0007', 'S-0009']);
  expect(parsed.ok && parsed.tables.withdrawn.map(({ id }) => id)).toEqual(['GX-0008']);
});

test.each<[string, Parameters<typeof withRetired>[0], string]>([
  [
    'an alias that is the id of a record',
    { aliases: [alias('GX-0001', 'GX-0001')] },
    'aliases.csv:2: GX-0001: id is "GX-0001"; expected an id of its own; programs/GX-0001.json has it',
  ],
  [
    'a tombstone that is the id of a record',
    { withdrawn: [tombstone('S-0001', 'sources')] },
    'withdrawn.csv:2: S-0001: id is "S-0001"; expected an id of its own; sources/S-0001.json has it',
  ],
  [
    'an id that is both',
    { aliases: [alias('GX-0002', 'GX-0001')], withdrawn: [tombstone('GX-0002')] },
    'withdrawn.csv:2: GX-0002: id is "GX-0002"; expected an id of its own; aliases.csv:2 has it',
  ],
  [
    'an alias that leads nowhere',
    { aliases: [alias('GX-0002', 'GX-0003')] },
    'aliases.csv:2: GX-0002: merged_into is "GX-0003"; expected the id of a record in this dataset',
  ],
  [
    'an alias that leads to another',
    { aliases: [alias('GX-0002', 'GX-0003'), alias('GX-0003', 'GX-0001', 3)] },
    'aliases.csv:2: GX-0002: merged_into is "GX-0003"; expected the id of a record in this dataset; GX-0003 is an alias of GX-0001 itself',
  ],
  [
    'an alias that leads to itself',
    { aliases: [alias('GX-0002', 'GX-0002')] },
    'aliases.csv:2: GX-0002: merged_into is "GX-0002"; expected the id of a record in this dataset; GX-0002 is an alias of GX-0002 itself',
  ],
  [
    'an alias of a withdrawn record',
    { aliases: [alias('GX-0002', 'GX-0003')], withdrawn: [tombstone('GX-0003')] },
    'aliases.csv:2: GX-0002: merged_into is "GX-0003"; expected the id of a record in this dataset; GX-0003 is withdrawn',
  ],
  [
    'an alias that leads to what is no id',
    { aliases: [alias('GX-0002', 'the first')] },
    'aliases.csv:2: GX-0002: merged_into is "the first"; expected an id of capital letters, a hyphen and at least three digits, such as GX-0001',
  ],
  [
    'a tombstone of a table without ids',
    { withdrawn: [tombstone('GX-0002', 'codings')] },
    'withdrawn.csv:2: GX-0002: table is "codings"; expected one of programs, sources, partnerships, transfers, adoptions, agreements, institutions, pledges_and_totals, rights_events, leads',
  ],
])('%s is refused', (_, retired, sentence) => {
  expect(sentences(withRetired(retired))).toEqual([sentence]);
});

test('a record whose id cannot be read is reported once, not once more by its alias', () => {
  const programs = [{ file: 'programs/GX-0001.json', value: { ...program, id: 'first' } }];
  const found = sentences(withRetired({ programs, aliases: [alias('GX-0002', 'GX-0001')] }));
  expect(found).toEqual([expect.stringMatching(/^programs\/GX-0001\.json: id is "first"/)]);
});

test('a record that cites an id that was given up is refused', () => {
  const programs = [{ file: 'programs/GX-0001.json', value: { ...program, sources: ['S-0001', 'S-0009'] } }];
  expect(sentences(withRetired({ programs, aliases: [alias('S-0009', 'S-0001')] }))).toEqual([
    'programs/GX-0001.json: sources.1 is "S-0009"; expected the id of a source in this dataset',
  ]);
});
