import { describe, expect, test } from 'vitest';
import { Program } from '../src/index.ts';
import { filesWith, program, sentences, without } from './valid-records.ts';

const text = 'text that is not empty, without line breaks, control characters or spaces at its ends';
const id = 'an id of capital letters, a hyphen and at least three digits, such as GX-0001';
const date = 'a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar';
const country = 'one of KZ, KG, TJ, TM, UZ, the recipients in dataset.json';
const twice = 'a list in which no value stands twice';

test('a program that fits is kept as it is, fields in schema order', () => {
  const turned = Object.fromEntries(Object.entries(program).reverse());
  expect(JSON.stringify(Program.parse(turned))).toBe(JSON.stringify(program));
  expect(Object.keys(program)).toEqual(Object.keys(Program.shape));
});

describe('accepts', () => {
  test.each<[string, unknown]>([
    ['year', 1900],
    ['year', 2100],
    ['duration_days', 1],
    ['duration_days', null],
    ['end', null],
    ['host_institution', null],
    ['host_institution_local', null],
    ['host_province', null],
    ['technology_notes', null],
    ['notes', null],
    ['host_cities', []],
    ['organisers', []],
    ['funders', ['One', 'Two']],
    ['countries', []],
    ['countries', ['KZ', 'KG', 'TJ', 'TM', 'UZ']],
    ['countries_implied', ['UZ', 'TM']],
    ['other_countries', ['RU', 'CN']],
    ['recipient_agencies', [{ name: 'Several', country: null }]],
    ['security_related', null],
    ['technology_component', false],
    ['equipment_transfer', true],
    ['codings', []],
    ['codings', ['B-x12', 'A-001']],
    ['participants', { value: null, low: 1, high: null, basis: 'rounded' }],
  ])('%s %j', (field, value) => {
    expect(Program.parse({ ...program, [field]: value })).toEqual({ ...program, [field]: value });
  });
});

describe('refuses, with one sentence', () => {
  test.each<[string, unknown, string]>([
    ['id', 'gx-1', `id is "gx-1"; expected ${id}`],
    ['title', '', `title is ""; expected ${text}`],
    ['title', 5, 'title is 5; expected a value of type string'],
    ['title', null, 'title is null; expected a value of type string'],
    ['description', 'a\nb', `description is "a\\nb"; expected ${text}`],
    ['start', '2014-13', `start is "2014-13"; expected ${date}`],
    ['start', null, 'start is null; expected a value of type string'],
    ['end', '2014-02-30', `end is "2014-02-30"; expected ${date}, or null`],
    ['year', 1899, 'year is 1899; expected at least 1900'],
    ['year', 2101, 'year is 2101; expected at most 2100'],
    ['year', '2014', 'year is "2014"; expected a whole number'],
    ['year', 2014.5, 'year is 2014.5; expected a whole number'],
    ['year_basis', 'guess', 'year_basis is "guess"; expected one of stated, page-date, inferred'],
    ['duration_days', 0, 'duration_days is 0; expected at least 1, or null'],
    ['duration_days', '20', 'duration_days is "20"; expected a whole number, or null'],
    ['duration_days', 2.5, 'duration_days is 2.5; expected a whole number, or null'],
    [
      'venue',
      'china',
      'venue is "china"; expected one of in_sender, in_recipient, third_state, hybrid, online, unknown',
    ],
    ['venue', null, 'venue is null; expected one of in_sender, in_recipient, third_state, hybrid, online, unknown'],
    ['host_institution', '', `host_institution is ""; expected ${text}, or null`],
    ['host_institution_local', ' 学院', `host_institution_local is " 学院"; expected ${text}, or null`],
    ['host_province', 7, 'host_province is 7; expected a value of type string, or null'],
    ['host_cities', 'Jinan', 'host_cities is "Jinan"; expected a value of type array'],
    ['host_cities', ['Jinan', 'Jinan'], `host_cities is ["Jinan","Jinan"]; expected ${twice}`],
    ['organisers', [''], `organisers.0 is ""; expected ${text}`],
    ['funders', null, 'funders is null; expected a value of type array'],
    ['frame', 'SCO', 'frame is "SCO"; expected one of bilateral, sco, belt_and_road, multilateral, unknown'],
    ['countries', ['KZ', 'RU'], `countries.1 is "RU"; expected ${country}`],
    ['countries', ['KZ', 'KZ'], `countries is ["KZ","KZ"]; expected ${twice}`],
    ['countries', 'KZ', 'countries is "KZ"; expected a value of type array'],
    ['countries_implied', ['kg'], `countries_implied.0 is "kg"; expected ${country}`],
    [
      'other_countries',
      ['XX'],
      'other_countries.0 is "XX"; expected an ISO 3166-1 alpha-2 country code, two capital letters',
    ],
    ['recipient_agencies', ['Police'], 'recipient_agencies.0 is "Police"; expected a value of type object'],
    [
      'recipient_agencies',
      [{ name: 'Police', country: 'RU' }],
      `recipient_agencies.0.country is "RU"; expected ${country}, or null`,
    ],
    [
      'recipient_agencies',
      [{ name: 'Police', country: 'KZ', head: 'x' }],
      'recipient_agencies.0.head is "x"; expected no such field',
    ],
    ['domain', 'police', 'domain is "police"; expected one of security, justice, civil'],
    ['sector', 1, expect.stringMatching(/^sector is 1; expected one of police, border, .*, other, unknown$/) as string],
    ['topics', ['a', 'b', 'a'], `topics is ["a","b","a"]; expected ${twice}`],
    ['security_related', 'false', 'security_related is "false"; expected true, false or null'],
    ['security_related', 0, 'security_related is 0; expected true, false or null'],
    ['technology_component', 'true', 'technology_component is "true"; expected true, false or null'],
    ['equipment_transfer', 'unknown', 'equipment_transfer is "unknown"; expected true, false or null'],
    ['technology_notes', '\t', `technology_notes is "\\t"; expected ${text}, or null`],
    [
      'format',
      'course',
      'format is "course"; expected one of seminar, short_course, long_course, study_visit, degree, unknown',
    ],
    ['trainees', null, 'trainees is null; expected one of officials, mixed, not_officials, not_shown'],
    ['sources', ['S-0001', 'S-1'], `sources.1 is "S-1"; expected ${id}`],
    ['codings', ['001'], 'codings.0 is "001"; expected an id of a coder, a hyphen and a number, such as A-001'],
    ['confidence', 'certain', 'confidence is "certain"; expected one of low, medium, high'],
    ['recommended_for_aggregates', null, 'recommended_for_aggregates is null; expected true or false'],
    [
      'exclusion_reasons',
      ['offline'],
      expect.stringMatching(/^exclusion_reasons\.0 is "offline"; expected one of meeting-not-course, .*$/) as string,
    ],
    ['notes', 'a\r\nb', `notes is "a\\r\\nb"; expected ${text}, or null`],
  ])('%s %j', (field, value, sentence) => {
    const [first, ...others] = sentences(filesWith({ program: { [field]: value } }));
    expect(first?.replace('programs/GX-0001.json: ', '')).toEqual(sentence);
    expect(others).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['value', 0, 'participants.value is 0; expected at least 1, or null'],
    ['value', '20', 'participants.value is "20"; expected a whole number, or null'],
    ['low', -1, 'participants.low is -1; expected at least 1, or null'],
    ['high', 1e300, 'participants.high is 1e+300; expected a whole number, or null'],
    [
      'basis',
      'guess',
      'participants.basis is "guess"; expected one of exact, rounded, includes_other_countries, unknown',
    ],
    ['hihg', 20, 'participants.hihg is 20; expected no such field'],
  ])('participants.%s %j', (field, value, sentence) => {
    const files = filesWith({ program: { participants: { ...program.participants, [field]: value } } });
    expect(sentences(files)).toEqual([`programs/GX-0001.json: ${sentence}`]);
  });

  test.each(['dates', 'host', 'countries', 'participants', 'content'])('field_sources.%s that is no list', (group) => {
    const files = filesWith({ program: { field_sources: { ...program.field_sources, [group]: 'S-0001' } } });
    expect(sentences(files)).toEqual([
      `programs/GX-0001.json: field_sources.${group} is "S-0001"; expected a value of type array`,
    ]);
  });

  test('an empty list of sources, whose source is then unused', () => {
    const field_sources = { ...program.field_sources, dates: [] };
    expect(sentences(filesWith({ program: { sources: [], field_sources } }))).toEqual([
      'programs/GX-0001.json: sources is []; expected at least one source',
      'sources/S-0001.json: id is "S-0001"; expected a source that at least one record cites',
    ]);
  });

  test('a misspelt key, and the key that is then missing', () => {
    const value = { ...without(program, 'sector'), sectr: 'police' };
    const files = { ...filesWith({}), programs: [{ file: 'programs/GX-0001.json', value }] };
    const found = sentences(files);
    expect(found).toHaveLength(2);
    expect(found[0]).toMatch(/^programs\/GX-0001\.json: sector is nothing; expected one of police, border, /);
    expect(found[1]).toBe('programs/GX-0001.json: sectr is "police"; expected no such field');
  });

  test.each(Object.keys(Program.shape))('a missing %s', (field) => {
    const parsed = Program.safeParse(without(program, field));
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});
