import { describe, expect, test } from 'vitest';
import { DatasetMeta, Source } from '../src/index.ts';
import { filesWith, meta, sentences, source, without } from './valid-records.ts';

const text = 'text that is not empty, without line breaks, control characters or spaces at its ends';
const address = 'an absolute http or https address without spaces or a password';
const date = 'a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar';

describe('Source', () => {
  test.each<[string, unknown]>([
    ['url', null],
    ['title', null],
    ['published', null],
    ['published', '2014'],
    ['original_publisher', 'Example Agency'],
    ['is_copy', true],
    ['language', 'ru'],
    ['access', 'print'],
    ['accessed', '2026'],
    ['link_status', 'gone'],
    ['link_checked', '2026-11-24'],
  ])('accepts %s %j', (field, value) => {
    expect(Source.parse({ ...source, [field]: value })).toEqual({ ...source, [field]: value });
  });

  test.each<[string, unknown, string]>([
    ['url', 'example.org', `url is "example.org"; expected ${address}, or null`],
    ['url', 'javascript:alert(1)', `url is "javascript:alert(1)"; expected ${address}, or null`],
    ['publisher', '', `publisher is ""; expected ${text}`],
    [
      'publisher_type',
      'blog',
      'publisher_type is "blog"; expected one of government, international_organisation, state_media, independent_media, training_institution, academic_or_think_tank, company, civil_society, aggregator_or_mirror, other',
    ],
    ['title', '', `title is ""; expected ${text}, or null`],
    ['published', '2014-6', `published is "2014-6"; expected ${date}, or null`],
    ['language', 'zh-CN', 'language is "zh-CN"; expected an ISO 639-1 language code, two small letters'],
    ['language', 'ZH', 'language is "ZH"; expected an ISO 639-1 language code, two small letters'],
    ['is_copy', 'true', 'is_copy is "true"; expected true or false'],
    ['is_copy', null, 'is_copy is null; expected true or false'],
    ['original_publisher', 1, 'original_publisher is 1; expected a value of type string, or null'],
    ['accessed', '', `accessed is ""; expected ${date}`],
    ['access', 'cache', 'access is "cache"; expected one of stored copy, live page, dataset row, print'],
    [
      'link_status',
      'broken',
      'link_status is "broken"; expected one of not_checked, ok, redirected, gone, unreachable',
    ],
    ['link_status', 'ok', 'link_checked is null; expected the date of the check'],
    ['link_checked', '2026-11-24', 'link_checked is "2026-11-24"; expected null, since the link is not checked'],
    ['acces', 'print', 'acces is "print"; expected no such field'],
  ])('refuses %s %j', (field, value, sentence) => {
    expect(sentences(filesWith({ source: { [field]: value } }))).toEqual([`sources/S-0001.json: ${sentence}`]);
  });

  test.each(Object.keys(Source.shape))('refuses a missing %s', (field) => {
    const parsed = Source.safeParse(without(source, field));
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});

describe('DatasetMeta', () => {
  const states = 'a list of the ISO 3166-1 alpha-2 codes of the states';
  const scopeName =
    '{"from":null,"to":null,"venues":["in_sender","hybrid"],"recommended_only":true}; expected a name of small letters, digits and underscores that is not all, which names every record';
  const doi = 'a DOI without an address before it, such as 10.5281/zenodo.1234';

  test.each<[string, unknown]>([
    ['name', 'a'],
    ['name', 'my-data-2'],
    ['version', '0.0.0'],
    ['version', '10.20.30'],
    ['keywords', []],
    ['cautions', []],
    ['collected', { from: null, to: '2025' }],
    ['senders', ['US', 'JP']],
    ['scopes', { main: { from: 2001, to: null, venues: [], recommended_only: false }, ...meta.scopes }],
    ['default_scope', 'all'],
    ['url', 'https://example.org/data'],
    ['doi', '10.5281/zenodo.1234'],
  ])('accepts %s %j', (field, value) => {
    expect(DatasetMeta.parse({ ...meta, [field]: value })).toEqual({ ...meta, [field]: value });
  });

  test.each<[string, unknown, string]>([
    ['name', 'My data', 'name is "My data"; expected small letters and digits, joined by hyphens'],
    ['name', '-data', 'name is "-data"; expected small letters and digits, joined by hyphens'],
    ['name', '', 'name is ""; expected small letters and digits, joined by hyphens'],
    ['title', ' Title', `title is " Title"; expected ${text}`],
    ['description', '', `description is ""; expected ${text}`],
    ['version', '1.0', 'version is "1.0"; expected a semantic version such as 1.0.0'],
    ['version', 'v1.0.0', 'version is "v1.0.0"; expected a semantic version such as 1.0.0'],
    ['version', 1, 'version is 1; expected a value of type string'],
    ['license', '', `license is ""; expected ${text}`],
    ['license_url', 'CC', `license_url is "CC"; expected ${address}`],
    ['creators', [], 'creators is []; expected at least one creator'],
    ['creators', 'The makers', 'creators is "The makers"; expected a value of type array'],
    ['year_published', '2026', 'year_published is "2026"; expected a whole number'],
    ['keywords', ['a', ''], `keywords.1 is ""; expected ${text}`],
    ['cautions', null, 'cautions is null; expected a value of type array'],
    ['collected', null, 'collected is null; expected a value of type object'],
    ['senders', undefined, `senders is nothing; expected ${states} that train, at least one, such as ["US"]`],
    ['senders', [], `senders is []; expected ${states} that train, at least one, such as ["US"]`],
    ['senders', ['XX'], 'senders.0 is "XX"; expected an ISO 3166-1 alpha-2 country code, two capital letters'],
    [
      'recipients',
      undefined,
      `recipients is nothing; expected ${states} whose officials are trained, at least one, such as ["BR", "VN"]`,
    ],
    ['unit', '', `unit is ""; expected ${text}`],
    ['year_starts_in', 13, 'year_starts_in is 13; expected a whole number from 1 to 12'],
    ['scopes', { ...meta.scopes, all: meta.scopes['default'] }, `scopes.all is ${scopeName}`],
    ['scopes', { ...meta.scopes, 'In China': meta.scopes['default'] }, `scopes."In China" is ${scopeName}`],
    [
      'scopes',
      { default: { ...meta.scopes['default'], venues: ['abroad'] } },
      'scopes.default.venues.0 is "abroad"; expected one of in_sender, in_recipient, third_state, hybrid, online, unknown',
    ],
    ['default_scope', 'main', 'default_scope is "main"; expected one of default, all'],
    ['doi', 'https://doi.org/10.1/x', `doi is "https://doi.org/10.1/x"; expected ${doi}`],
    ['licence', 'CC', 'licence is "CC"; expected no such field'],
  ])('refuses %s %j', (field, value, sentence) => {
    expect(sentences(filesWith({ meta: { [field]: value } }))).toEqual([`dataset.json: ${sentence}`]);
  });

  const usual = { unit: meta.unit, year_starts_in: 1, scopes: meta.scopes, default_scope: 'default' };

  test('a dataset that declares no scopes has the usual ones', () => {
    const given = Object.fromEntries(Object.entries(meta).filter(([field]) => !Object.hasOwn(usual, field)));
    expect(DatasetMeta.parse(given)).toEqual({ ...given, ...usual });
  });

  test.each(Object.keys(meta).filter((field) => !Object.hasOwn(usual, field)))('refuses a missing %s', (field) => {
    const parsed = DatasetMeta.safeParse(without(meta, field));
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});
