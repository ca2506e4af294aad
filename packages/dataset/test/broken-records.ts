import type { Broken } from './broken-files.ts';
import { metaWith, programWith, sourceWith, transferWith } from './small-dataset.ts';

const text = 'text that is not empty, without line breaks, control characters or spaces at its ends';

const program = (what: string, patch: object, ...sentences: string[]): Broken => [
  what,
  { 'programs/GX-0001.json': programWith(patch) },
  ...sentences.map((sentence) => `programs/GX-0001.json: ${sentence}`),
];

const kinds =
  'weapons, vehicles, surveillance, inspection_scanning, it_equipment, uniforms_personal_equipment, buildings, funds, other';

const transfer = (what: string, patch: object, sentence: string): Broken => [
  `in a transfer, ${what}`,
  { 'transfers/TR-001.json': transferWith(patch) },
  `transfers/TR-001.json: ${sentence}`,
];

/** The text of a program in which one field holds lists within lists. */
const deep = programWith({ notes: '@' }).replace('"@"', '['.repeat(100_000) + ']'.repeat(100_000));

/** Broken records, and records that do not fit together. */
export const brokenRecords: readonly Broken[] = [
  program('a number as text', { year: '2014' }, 'year is "2014"; expected a whole number'),
  program('yes as text', { security_related: 'true' }, 'security_related is "true"; expected true, false or null'),
  program(
    'a value outside of its vocabulary',
    { venue: 'abroad' },
    'venue is "abroad"; expected one of in_sender, in_recipient, third_state, hybrid, online, unknown',
  ),
  program(
    'a year that is not that of the start',
    { year: 2013 },
    'year is 2013; expected 2014, the year of start 2014-05-12',
  ),
  program(
    'an end before the start',
    { end: '2014-04-30' },
    'end is "2014-04-30"; expected a date not before start 2014-05-12',
  ),
  program(
    'a day that does not exist',
    { end: '2014-06-31' },
    'end is "2014-06-31"; expected a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar, or null',
  ),
  program(
    'a duration that is not that of the dates',
    { duration_days: 30 },
    'duration_days is 30; expected 20, from 2014-05-12 to 2014-05-31 inclusive, or null',
  ),
  program(
    'a country of another region',
    { countries: ['MN'] },
    'countries.0 is "MN"; expected one of KZ, KG, TJ, TM, UZ, the recipients in dataset.json',
  ),
  program(
    'a recommendation against the reasons',
    { exclusion_reasons: ['press-tour'] },
    'recommended_for_aggregates is true; expected false, because of press-tour',
  ),
  program('a key that does not belong', { venu: 'online' }, 'venu is "online"; expected no such field'),
  program('a missing key', { title: undefined }, 'title is nothing; expected a value of type string'),
  program(
    'a source that is not there',
    { sources: ['S-0001', 'S-0002'] },
    'sources.1 is "S-0002"; expected the id of a source in this dataset',
  ),
  program('NUL in text', { notes: 'a\0b' }, `notes is "a\\u0000b"; expected ${text}, or null`),
  program('CRLF in text', { description: 'a\r\nb' }, `description is "a\\r\\nb"; expected ${text}`),
  program(
    'a huge field',
    { notes: ' x'.repeat(1_000_000) },
    `notes is "${' x'.repeat(39)}…; expected ${text}, or null`,
  ),
  program(
    'several problems in one record',
    { year: null, topics: [''], domain: 'x' },
    'year is null; expected a whole number',
    'domain is "x"; expected one of security, justice, civil',
    `topics.0 is ""; expected ${text}`,
  ),
  [
    'lists within lists',
    { 'programs/GX-0001.json': deep },
    'programs/GX-0001.json is JSON nested too deeply; expected one JSON object in UTF-8',
  ],
  [
    'a key __proto__',
    { 'programs/GX-0001.json': programWith({}).replace('{', '{"__proto__":{"year":2014},') },
    'programs/GX-0001.json: __proto__ is {"year":2014}; expected no such field',
  ],
  [
    'a program without sources',
    { 'programs/GX-0001.json': programWith({ sources: [] }) },
    'programs/GX-0001.json: sources is []; expected at least one source',
    'sources/S-0001.json: id is "S-0001"; expected a source that at least one record cites',
  ],
  [
    'a source that no program cites',
    { 'sources/S-0002.json': sourceWith({ id: 'S-0002' }) },
    'sources/S-0002.json: id is "S-0002"; expected a source that at least one record cites',
  ],
  [
    'an id that leads out of the folder',
    { 'sources/S-0001.json': sourceWith({ id: '../S-0001' }) },
    'sources/S-0001.json: id is "../S-0001"; expected the name of its file without .json',
    'sources/S-0001.json: id is "../S-0001"; expected an id of capital letters, a hyphen and at least three digits, such as GX-0001',
  ],
  [
    'an address that is none',
    { 'sources/S-0001.json': sourceWith({ url: 'example.org' }) },
    'sources/S-0001.json: url is "example.org"; expected an absolute http or https address without spaces or a password, or null',
  ],
  [
    'a name with capitals',
    { 'dataset.json': metaWith({ name: 'Small' }) },
    'dataset.json: name is "Small"; expected small letters and digits, joined by hyphens',
  ],
  transfer('an unknown kind', { kind: 'cars' }, `kind is "cars"; expected one of ${kinds}`),
  transfer(
    'a currency that is no ISO code',
    { currency: 'RMB' },
    'currency is "RMB"; expected one of CNY, USD, EUR, RUB, KZT, KGS, TJS, TMT, UZS, or null',
  ),
  transfer(
    'a value without a currency',
    { currency: null },
    'currency is null; expected a value of its vocabulary, since a value is given',
  ),
  transfer('a value as text', { value: '150 000' }, 'value is "150 000"; expected a number, or null'),
  transfer(
    'a source of a context record that is not there',
    { sources: ['CS-0001'] },
    'sources.0 is "CS-0001"; expected the id of a source in this dataset',
  ),
  [
    'an id that a transfer and a program share',
    { 'transfers/GX-0001.json': transferWith({ id: 'GX-0001' }) },
    'transfers/GX-0001.json: id is "GX-0001"; expected an id of its own; programs/GX-0001.json has it',
  ],
  [
    'a checked link without a date',
    { 'sources/S-0001.json': sourceWith({ link_status: 'gone' }) },
    'sources/S-0001.json: link_checked is null; expected the date of the check',
  ],
];
