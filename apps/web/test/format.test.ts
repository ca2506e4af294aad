import { expect, test } from 'vitest';
import { missingPart, writeDate } from '../src/lib/dates.ts';
import { words } from '../src/lib/format.ts';
import { readOrigin } from '../src/lib/server/read-origin.ts';

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
