import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoCountryCodes, parseDataset, tables, type DatasetFiles, type RecordFile } from '../src/index.ts';
import { filesWith, meta, program, sentences, source, without } from './valid-records.ts';

const programFile = (id: string, patch: object = {}) => ({
  file: `programs/${id}.json`,
  value: { ...program, id, ...patch },
});
const sourceFile = (id: string, patch: object = {}) => ({
  file: `sources/${id}.json`,
  value: { ...source, id, ...patch },
});
const cites = (...sources: string[]) => ({ sources, field_sources: { ...program.field_sources, dates: [] } });

function dataset(programs: readonly RecordFile[], sources: readonly RecordFile[]): DatasetFiles {
  return { meta: { file: 'dataset.json', value: meta }, programs, sources };
}

test('a valid dataset gives its tables, sorted by id, whatever the order of the files', () => {
  const programs = ['GX-0003', 'GX-0001', 'GX-0002'].map((id) => programFile(id, cites('S-0001', 'S-0002')));
  const parsed = parseDataset(dataset(programs, [sourceFile('S-0002'), sourceFile('S-0001')]));
  expect(parsed.ok && parsed.tables.programs.map(({ id }) => id)).toEqual(['GX-0001', 'GX-0002', 'GX-0003']);
  expect(parsed.ok && parsed.tables.sources.map(({ id }) => id)).toEqual(['S-0001', 'S-0002']);
  expect(parsed.ok && parsed.tables.meta).toEqual(meta);
});

test('a dataset without records is one', () => {
  const empty = Object.fromEntries(tables.map(({ name }) => [name, []]));
  expect(parseDataset(dataset([], []))).toEqual({ ok: true, tables: { meta, ...empty } });
});

test('parsing leaves the values it was given as they were', () => {
  const files = filesWith({});
  const before = structuredClone(files);
  parseDataset(files);
  expect(files).toEqual(before);
});

test('a state that is no recipient is reported beside other problems, and many recipients in few words', () => {
  const recipients = isoCountryCodes.filter((code) => code !== 'KZ');
  const files = filesWith({ meta: { recipients }, program: { countries: ['KZ', 'AF'], year: 'soon' } });
  expect(sentences(files)).toEqual([
    'programs/GX-0001.json: year is "soon"; expected a whole number',
    'programs/GX-0001.json: countries.0 is "KZ"; expected one of the 248 recipients in dataset.json, such as AD, AE, AF, AG, AI',
    'programs/GX-0001.json: recipient_agencies.0.country is "KZ"; expected one of the 248 recipients in dataset.json, such as AD, AE, AF, AG, AI, or null',
  ]);
});

describe('between records', () => {
  test('an id that two programs share', () => {
    const programs = [programFile('GX-0001'), { ...programFile('GX-0001'), file: 'programs/GX-0002.json' }];
    expect(sentences(dataset(programs, [sourceFile('S-0001')]))).toEqual([
      'programs/GX-0002.json: GX-0001: id is "GX-0001"; expected an id of its own; programs/GX-0001.json has it',
    ]);
  });

  test('an id that a program and a source share', () => {
    const files = dataset([programFile('S-0001')], [sourceFile('S-0001')]);
    expect(sentences(files)).toEqual([
      'sources/S-0001.json: id is "S-0001"; expected an id of its own; programs/S-0001.json has it',
    ]);
  });

  test('an id that three records share is reported twice, against the first', () => {
    const sources = ['a', 'b', 'c'].map((name) => ({ ...sourceFile('S-0001'), file: `${name}.json` }));
    expect(sentences(dataset([programFile('GX-0001')], sources))).toEqual([
      'b.json: S-0001: id is "S-0001"; expected an id of its own; a.json has it',
      'c.json: S-0001: id is "S-0001"; expected an id of its own; a.json has it',
    ]);
  });

  test('a source that is cited and missing', () => {
    const files = dataset([programFile('GX-0001', cites('S-0001', 'S-0009'))], [sourceFile('S-0001')]);
    expect(sentences(files)).toEqual([
      'programs/GX-0001.json: sources.1 is "S-0009"; expected the id of a source in this dataset',
    ]);
  });

  test('a program is no source', () => {
    const files = dataset([programFile('GX-0001', cites('S-0001', 'GX-0001'))], [sourceFile('S-0001')]);
    expect(sentences(files)).toEqual([
      'programs/GX-0001.json: sources.1 is "GX-0001"; expected the id of a source in this dataset',
    ]);
  });

  test('a source that no program cites', () => {
    const files = dataset([programFile('GX-0001')], [sourceFile('S-0001'), sourceFile('S-0002')]);
    expect(sentences(files)).toEqual([
      'sources/S-0002.json: id is "S-0002"; expected a source that at least one record cites',
    ]);
  });
});

describe('all problems at once', () => {
  test('of the dataset, of every record and between them, each with its place', () => {
    const files: DatasetFiles = {
      meta: { file: 'dataset.json', value: { ...meta, version: '1' } },
      programs: [
        programFile('GX-0001', { title: '', year: 'x', ...cites('S-0001', 'S-0007') }),
        programFile('GX-0002', { year: 2015 }),
      ],
      sources: [sourceFile('S-0001', { language: 'Chinese' }), sourceFile('S-0002')],
    };
    const parsed = parseDataset(files);
    expect(parsed.ok ? [] : parsed.problems).toEqual([
      {
        file: 'dataset.json',
        record: null,
        field: 'version',
        value: '"1"',
        expected: 'a semantic version such as 1.0.0',
      },
      {
        file: 'programs/GX-0001.json',
        record: 'GX-0001',
        field: 'title',
        value: '""',
        expected: 'text that is not empty, without line breaks, control characters or spaces at its ends',
      },
      {
        file: 'programs/GX-0001.json',
        record: 'GX-0001',
        field: 'year',
        value: '"x"',
        expected: 'a whole number',
      },
      {
        file: 'sources/S-0001.json',
        record: 'S-0001',
        field: 'language',
        value: '"Chinese"',
        expected: 'an ISO 639-1 language code, two small letters',
      },
      {
        file: 'programs/GX-0002.json',
        record: 'GX-0002',
        field: 'year',
        value: '2015',
        expected: '2014, the year of start 2014-05-12',
      },
      {
        file: 'programs/GX-0001.json',
        record: 'GX-0001',
        field: 'sources.1',
        value: '"S-0007"',
        expected: 'the id of a source in this dataset',
      },
      {
        file: 'sources/S-0002.json',
        record: 'S-0002',
        field: 'id',
        value: '"S-0002"',
        expected: 'a source that at least one record cites',
      },
    ]);
  });

  test('a source whose id cannot be read is reported once, not by every program that cites it', () => {
    const programs = [programFile('GX-0001', cites('S-0001')), programFile('GX-0002', cites('S-0002'))];
    const nameless = { file: 'sources/S-0002.json', value: without(source, 'id') };
    expect(sentences(dataset(programs, [sourceFile('S-0001'), nameless]))).toEqual([
      'sources/S-0002.json: id is nothing; expected a value of type string',
    ]);
  });

  test('a program whose sources cannot be read does not make sources unused', () => {
    const programs = [programFile('GX-0001', { sources: 'S-0001' })];
    expect(sentences(dataset(programs, [sourceFile('S-0001')]))).toEqual([
      'programs/GX-0001.json: sources is "S-0001"; expected a value of type array',
    ]);
  });
});

test('any JSON in place of a record is refused with a sentence, and never throws', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom('meta', ...tables.map(({ name }) => name)), (value, table) => {
      const strange = { file: 'strange.json', value };
      const parsed = parseDataset({ ...filesWith({}), [table]: table === 'meta' ? strange : [strange] });
      expect(parsed.ok).toBe(false);
      const problems = parsed.ok ? [] : parsed.problems;
      expect(problems.some(({ file }) => file === 'strange.json')).toBe(true);
      expect(problems.every((problem) => problem.value.length <= 80)).toBe(true);
    }),
    { seed: 20261124, numRuns: 500 },
  );
});
