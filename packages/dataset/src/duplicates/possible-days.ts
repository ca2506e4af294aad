import { datePrecision, yearOf } from '@govexport/schema';

const dayLength = 86_400_000;

/** The days on which something may have begun: days since 1970-01-01, both included. */
export interface PossibleDays {
  readonly first: number;
  readonly last: number;
}

/**
 * The days that a partial date may stand for.
 *
 * @example
 * possibleDays('1970-01') // => { first: 0, last: 30 }
 */
export function possibleDays(date: string): PossibleDays {
  const month = Number(date.slice(5, 7));
  switch (datePrecision(date)) {
    case 'day': {
      const day = Date.parse(date) / dayLength;
      return { first: day, last: day };
    }
    case 'month':
      return { first: dayOf(yearOf(date), month - 1), last: dayOf(yearOf(date), month) - 1 };
    case 'year':
      return { first: dayOf(yearOf(date), 0), last: dayOf(yearOf(date) + 1, 0) - 1 };
  }
}

function dayOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1) / dayLength;
}

/**
 * Days that must lie between two dates at the least; 0 where they may be the same day.
 *
 * @example
 * daysApart({ first: 0, last: 30 }, { first: 33, last: 33 }) // => 3
 */
export function daysApart(one: PossibleDays, other: PossibleDays): number {
  return Math.max(0, other.first - one.last, one.first - other.last);
}
