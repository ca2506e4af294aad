import { describe, expect, test } from 'vitest';
import type { Program } from '../src/index.ts';
import { programRules } from '../src/program-rules.ts';
import { filesWith, program, sentences } from './valid-records.ts';

type Case = [what: string, patch: Partial<Program>, ...expected: string[]];

const participants = (value: number | null, low: number | null, high: number | null) =>
  ({ value, low, high, basis: 'rounded' }) as const;

describe('a year that begins in October', () => {
  const fiscal = (patch: object) => sentences({ ...filesWith({ meta: { year_starts_in: 10 }, program: patch }) });

  test.each([
    ['2014-09-30', 2014],
    ['2014-10', 2015],
    ['2014', 2014],
    ['2014', 2015],
  ])('holds a start in %s as %i', (start, year) => {
    expect(fiscal({ start, year, end: null, duration_days: null })).toEqual([]);
  });

  test.each([
    ['2014-10', 2014, '2015'],
    ['2014-09', 2015, '2014'],
    ['2014', 2016, '2014 or 2015'],
  ])('does not hold a start in %s as %i', (start, year, years) => {
    expect(fiscal({ start, year, end: null, duration_days: null })).toEqual([
      expect.stringContaining(`year is ${year}; expected ${years}, the year of start ${start}`),
    ]);
  });
});

const fits: Case[] = [
  ['no end', { end: null, duration_days: 300 }],
  ['an end in the year of the start', { end: '2014', duration_days: 300 }],
  ['an end on the day of the start', { end: '2014-05-12', duration_days: 1 }],
  ['an unknown duration', { duration_days: null }],
  ['dates to the month, whatever the duration', { start: '2014-05', end: '2014-06', duration_days: 7 }],
  ['a start that is a year alone', { start: '2014', end: null }],
  ['a range with its figure at an end', { participants: participants(20, 20, 30) }],
  ['a lower bound alone', { participants: participants(null, 20, null) }],
  ['no figure', { participants: { value: null, low: null, high: null, basis: 'unknown' } }],
  ['implied countries that are not named', { countries: ['KZ'], countries_implied: ['KG', 'UZ'] }],
  ['online alone, recommended', { exclusion_reasons: ['online'] }],
  ['a reason, not recommended', { exclusion_reasons: ['press-tour', 'online'], recommended_for_aggregates: false }],
];

const breaks: Case[] = [
  ['another year', { year: 2015 }, 'year is 2015; expected 2014, the year of start 2014-05-12'],
  ['an earlier end', { end: '2014-05-11' }, 'end is "2014-05-11"; expected a date not before start 2014-05-12'],
  ['an end in an earlier month', { end: '2014-04' }, 'end is "2014-04"; expected a date not before start 2014-05-12'],
  ['an end in an earlier year', { end: '2013' }, 'end is "2013"; expected a date not before start 2014-05-12'],
  [
    'another duration',
    { duration_days: 19 },
    'duration_days is 19; expected 20, from 2014-05-12 to 2014-05-31 inclusive, or null',
  ],
  [
    'a duration above the dates',
    { duration_days: 21 },
    'duration_days is 21; expected 20, from 2014-05-12 to 2014-05-31 inclusive, or null',
  ],
  [
    'bounds that cross',
    { participants: participants(null, 30, 20) },
    'participants.low is 30; expected at most high 20',
  ],
  [
    'a figure below its bounds',
    { participants: participants(10, 20, 30) },
    'participants.low is 20; expected at most value 10',
  ],
  [
    'a figure above its bounds',
    { participants: participants(40, 20, 30) },
    'participants.high is 30; expected at least value 40',
  ],
  [
    'a basis without a figure',
    { participants: { value: null, low: null, high: null, basis: 'exact' } },
    'participants.basis is "exact"; expected unknown where no figure is given',
  ],
  [
    'a figure without a basis',
    { participants: { value: null, low: null, high: 9, basis: 'unknown' } },
    'participants.basis is "unknown"; expected a basis other than unknown where a figure is given',
  ],
  [
    'countries both named and implied',
    { countries: ['KZ', 'KG'], countries_implied: ['KG', 'TJ', 'KZ'] },
    'countries_implied is "KG"; expected only states that no source names; this one stands in countries too',
    'countries_implied is "KZ"; expected only states that no source names; this one stands in countries too',
  ],
  [
    'recommended in spite of a reason',
    { exclusion_reasons: ['online', 'press-tour'] },
    'recommended_for_aggregates is true; expected false, because of online, press-tour',
  ],
  [
    'not recommended without a reason',
    { recommended_for_aggregates: false },
    'recommended_for_aggregates is false; expected true, because no exclusion reason but “online” is given',
  ],
  [
    'not recommended because of online alone',
    { exclusion_reasons: ['online'], recommended_for_aggregates: false },
    'recommended_for_aggregates is false; expected true, because no exclusion reason but “online” is given',
  ],
  [
    'field sources that are not among the sources',
    { field_sources: { dates: ['S-0001', 'S-0002'], host: [], countries: [], participants: [], content: ['S-0003'] } },
    'field_sources.dates is "S-0002"; expected an id that stands in sources too',
    'field_sources.content is "S-0003"; expected an id that stands in sources too',
  ],
  [
    'several things at once',
    { year: 2013, end: '2012', recommended_for_aggregates: false },
    'year is 2013; expected 2014, the year of start 2014-05-12',
    'end is "2012"; expected a date not before start 2014-05-12',
    'recommended_for_aggregates is false; expected true, because no exclusion reason but “online” is given',
  ],
];

const found = (patch: Partial<Program>) => sentences(filesWith({ program: patch }));

test.each(fits)('takes %s', (_, patch) => {
  expect(found(patch)).toEqual([]);
});

test.each(breaks)('refuses %s', (_, patch, ...expected) => {
  expect(found(patch)).toEqual(expected.map((sentence) => `programs/GX-0001.json: ${sentence}`));
});

describe('every rule', () => {
  const numbered = programRules.map((rule, index) => ({ rule, index }));

  test.each(numbered)('rule $index says nothing about a valid program and something in a case above', ({ rule }) => {
    expect(rule(program, { year_starts_in: 1 })).toEqual([]);
    expect(breaks.some(([, patch]) => rule({ ...program, ...patch }, { year_starts_in: 1 }).length > 0)).toBe(true);
  });
});
