import { describe, expect, test } from 'vitest';
import { explainRecommendation, isKnown, knowableFields, Program, recordHealth } from '../src/index.ts';
import { program, source } from './valid-records.ts';

describe('isKnown', () => {
  test.each<[unknown, boolean]>([
    [null, false],
    ['unknown', false],
    ['not_shown', false],
    [[], false],
    [{ value: null, basis: 'unknown' }, false],
    [{ value: 20, basis: 'rounded' }, true],
    [{}, true],
    [false, true],
    [0, true],
    [['KZ'], true],
    ['other', true],
  ])('%j: %s', (value, known) => {
    expect(isKnown(value)).toBe(known);
  });
});

describe('completeness', () => {
  test('names fields of a program in schema order', () => {
    const order = Object.keys(Program.shape);
    expect([...knowableFields].sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(knowableFields);
  });

  test('is the share of knowable fields with a value', () => {
    const { completeness } = recordHealth(program, [source]);
    expect(completeness).toEqual({
      known: 16,
      knowable: 18,
      share: 16 / 18,
      unknown: ['funders', 'technology_component'],
    });
  });

  test('counts a word for unknown and an empty list as unknown, and no as known', () => {
    const thin = { ...program, venue: 'unknown' as const, trainees: 'not_shown' as const, countries: [] };
    expect(recordHealth(thin, []).completeness.unknown).toEqual([
      'venue',
      'funders',
      'countries',
      'technology_component',
      'trainees',
    ]);
  });
});

describe('triangulation', () => {
  const original = (id: string, publisher: string) => ({ ...source, id, publisher });
  const copy = (id: string, original_publisher: string | null) => ({
    ...source,
    id,
    is_copy: true,
    original_publisher,
  });

  test.each<[string, (typeof source)[], number]>([
    ['no source', [], 0],
    ['one source', [original('S-0001', 'Xinhua')], 1],
    ['two publishers', [original('S-0001', 'Xinhua'), original('S-0002', 'Kazinform')], 2],
    ['two texts of one publisher', [original('S-0001', 'Xinhua'), original('S-0002', 'Xinhua')], 1],
    ['copies of one original', [copy('S-0001', 'Xinhua'), copy('S-0002', 'Xinhua')], 1],
    ['an original and its copy', [original('S-0001', 'Xinhua'), copy('S-0002', 'Xinhua')], 1],
    ['a copy of another original', [original('S-0001', 'Xinhua'), copy('S-0002', 'AFP')], 2],
    ['a copy without a named original', [original('S-0001', 'Xinhua'), copy('S-0002', null)], 1],
    ['nothing but copies without a named original', [copy('S-0001', null), copy('S-0002', null)], 1],
  ])('%s', (_, sources, expected) => {
    const citing = { ...program, sources: sources.map(({ id }) => id) };
    expect(recordHealth(citing, sources).triangulation).toBe(expected);
  });

  test('leaves out sources that the program does not cite', () => {
    expect(recordHealth(program, [original('S-0001', 'Xinhua'), original('S-0002', 'AFP')]).triangulation).toBe(1);
  });
});

test('the recommendation is told in words', () => {
  const told = (recommended: boolean, ...reasons: Program['exclusion_reasons']) =>
    explainRecommendation({ recommended_for_aggregates: recommended, exclusion_reasons: reasons });
  expect(told(true)).toBe('Recommended for aggregates.');
  expect(told(true, 'online')).toBe('Recommended for aggregates; Online (Held online).');
  expect(told(false, 'press-tour', 'year-inferred')).toBe(
    'Left out of aggregates: Press tour (A tour for journalists without teaching); Year inferred (The year is inferred and not given by a source).',
  );
});
