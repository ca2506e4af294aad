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
  test.each<[string, unknown]>([
    ['name', 'a'],
    ['name', 'my-data-2'],
    ['version', '0.0.0'],
    ['version', '10.20.30'],
    ['keywords', []],
    ['cautions', []],
    ['collected', { from: null, to: '2025' }],
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
    ['licence', 'CC', 'licence is "CC"; expected no such field'],
  ])('refuses %s %j', (field, value, sentence) => {
    expect(sentences(filesWith({ meta: { [field]: value } }))).toEqual([`dataset.json: ${sentence}`]);
  });

  test.each(Object.keys(meta))('refuses a missing %s', (field) => {
    const parsed = DatasetMeta.safeParse(without(meta, field));
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([[field]]);
  });
});
