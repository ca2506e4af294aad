import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datePrecision, daysInclusive, endsBefore, PartialDate, yearOf } from '../src/index.ts';

const seed = 20261124;

/** Days of a month by the rule of the Gregorian calendar, written without a Date. */
function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

function written(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
}

const dates = fc
  .record({ year: fc.integer({ min: 0, max: 9999 }), month: fc.integer({ min: 1, max: 12 }) })
  .chain(({ year, month }) =>
    fc.integer({ min: 1, max: lengthOf(year, month) }).map((day) => written(year, month, day)),
  );
const partialDates = fc.tuple(dates, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));

describe('PartialDate', () => {
  test.each(['2014', '2014-05', '2014-05-31', '2016-02-29', '2000-02-29', '0000-02-29', '9999-12-31'])(
    'accepts %s',
    (date) => {
      expect(PartialDate.parse(date)).toBe(date);
    },
  );

  test.each([
    '',
    '2014-13',
    '2014-00',
    '2014-02-30',
    '2014-04-31',
    '2014-05-00',
    '1900-02-29',
    '2015-02-29',
    '20140501',
    '2014-5',
    '2014-05-1',
    '14',
    '02014',
    '-2014',
    '2014-',
    '2014-05-',
    '2014/05',
    '2014-05-31T00:00:00Z',
    ' 2014',
    '2014\n',
    '２０１４',
    '2014–05',
  ])('refuses %j', (date) => {
    const [issue] = PartialDate.safeParse(date).error?.issues ?? [];
    expect(issue?.message).toBe('a date as YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar');
  });

  test.each([2014, null, undefined, new Date(0), ['2014']])('refuses %o, which is no text', (date) => {
    expect(PartialDate.safeParse(date).success).toBe(false);
  });

  test('accepts exactly the days that exist', () => {
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 33 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        expect(PartialDate.safeParse(written(year, month, day)).success).toBe(day >= 1 && day <= lengthOf(year, month));
      }),
      { seed, numRuns: 1000 },
    );
  });

  test('takes no text that is not written as a date', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d{4}(-\d{2}){0,2}$/.test(text));
        expect(PartialDate.safeParse(text).success).toBe(false);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('functions of partial dates', () => {
  test('precision and year are read from the text', () => {
    fc.assert(
      fc.property(partialDates, (date) => {
        expect({ year: 4, month: 7, day: 10 }[datePrecision(date)]).toBe(date.length);
        expect(yearOf(date)).toBe(Number.parseInt(date, 10));
      }),
      { seed },
    );
  });

  test.each([
    ['2014-05-31', '2014', false],
    ['2014-05-31', '2014-05', false],
    ['2014-05-31', '2014-05-31', false],
    ['2014-05-31', '2014-05-30', true],
    ['2014-05-31', '2014-04', true],
    ['2014-05', '2014-04-30', true],
    ['2014', '2013-12-31', true],
    ['2014', '2015', false],
  ])('a program from %s to %s ends before its start: %s', (start, end, expected) => {
    expect(endsBefore(start, end)).toBe(expected);
  });

  test('two dates are never each before the other, and a date is not before its own year or month', () => {
    fc.assert(
      fc.property(partialDates, partialDates, (first, second) => {
        expect(endsBefore(first, second) && endsBefore(second, first)).toBe(false);
        expect(endsBefore(first, first.slice(0, 4))).toBe(false);
        expect(endsBefore(first.slice(0, 7), first)).toBe(false);
      }),
      { seed },
    );
  });

  test.each([
    ['2006-05-10', '2006-05-25', 16],
    ['2014-05-31', '2014-05-31', 1],
    ['2012-02-28', '2012-03-01', 3],
    ['2013-12-31', '2014-01-01', 2],
    ['2014-05', '2014-05-31', null],
    ['2014-05-31', '2014', null],
  ])('from %s to %s are %s days', (start, end, days) => {
    expect(daysInclusive(start, end)).toBe(days);
  });
});
