import { poissonInterval } from '../numeric/poisson-interval.ts';
import type { YearCount } from '../results/years.ts';
import { finiteOrNull } from './interval-estimate.ts';
import { yearOf } from './partial-dates.ts';
import type { Filter } from './resolve-filter.ts';
import { yearsOf } from './select-programs.ts';

export type { YearCount };

/** Records of one year. */
export type DatedCount = Pick<YearCount, 'year' | 'count'>;

/** Dated records of each year of a range, zeros included. */
export function tabulateYears(
  records: readonly { readonly date: string | null }[],
  range: Pick<Filter, 'from' | 'to'>,
): DatedCount[] {
  const counts = new Map<number, number>();
  for (const { date } of records) {
    if (date !== null) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  }
  return yearsOf(range).map((year) => ({ year, count: counts.get(year) ?? 0 }));
}

/** Adds the Garwood interval of each count. */
export function inferYears(years: readonly DatedCount[], level: number): YearCount[] {
  return years.map(({ year, count }) => yearCount(year, count, level));
}

/** The count of a year with its Garwood interval. */
export function yearCount(year: number, count: number, level: number): YearCount {
  const { low, high } = poissonInterval(count, 1, level);
  return { year, count, low, high: finiteOrNull(high) };
}
