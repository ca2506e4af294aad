import { expect, test } from 'vitest';
import { missingPart, writeDate } from '../src/lib/dates.ts';
import { words, writerOf } from '../src/lib/format.ts';
import { readOrigin } from '../src/lib/server/read-origin.ts';

test.each([
  ['share', 1, 0.64179, '64.2%'],
  ['share', 1, 0.31, '31.0%'],
  ['share', 1, 0, '0.0%'],
  ['year', 0, 2018, '2018'],
  ['count', 0, 12345, '12,345'],
  ['ratio', 3, 1.1234567, '1.123'],
  ['ratio', 4, 0.0041, '0.0041'],
  ['number', 0, 16_935_000_000, '16,935,000,000'],
  ['p_value', 3, 0.0004, 'below 0.001'],
  ['p_value', 3, 0.159, '0.159'],
  ['count', 0, null, '–'],
  ['text', 0, 'Civil', 'Civil'],
] as const)('a %s with %d digits: %j is %s', (...[kind, digits, value, text]) => {
  const column = { key: 'value', label: 'Value', kind, digits };
  expect(writerOf([column])({ value }, 'value')).toBe(text);
});

test('a row of whole measures is written whole, among measures that are not', () => {
  const column = { key: 'value', label: 'Value', kind: 'measure', digits: 2 } as const;
  const write = writerOf([column]);
  expect([42, 1.4].map((value) => write({ value }, 'value'))).toEqual(['42', '1.40']);
});

test('names of fields become words', () => {
  expect(words('minimum_sources')).toBe('Minimum sources');
});

test.each([
  ['2014-05-31', '31 May 2014', ''],
  ['2014-05', 'May 2014', 'day unknown'],
  ['2014', '2014', 'month and day unknown'],
])('the date %s keeps its precision', (date, text, missing) => {
  expect(writeDate(date)).toBe(text);
  expect(missingPart(date)).toBe(missing);
});

test.each([
  ['2014-11-03', '3 Nov 2014'],
  ['2014-11', 'Nov 2014'],
  ['2014', '2014'],
])('the date %s is written in little room as %s', (date, text) => {
  expect(writeDate(date, 'short')).toBe(text);
});

test('an origin is checked', () => {
  expect(readOrigin('ORIGIN', 'https://example.org/')).toBe('https://example.org');
  expect(() => readOrigin('API_ORIGIN', 'example.org/api')).toThrow(
    'API_ORIGIN is “example.org/api”; expected an origin such as https://example.org',
  );
});
