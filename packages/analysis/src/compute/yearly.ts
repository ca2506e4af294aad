import { poissonInterval } from '../numeric/poisson-interval.ts';
import type { YearCount } from '../results/years.ts';
import { finiteOrNull } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import type { Counted } from './tallies.ts';

export type { YearCount };

/** The counts of every year of a range, zeros included, each with its Garwood interval. */
export function inferYears(
  counts: Counted<number | null>,
  { level, ...range }: Pick<Filter, 'from' | 'to'> & { readonly level: number },
): YearCount[] {
  return yearsOf(range).map((year) => yearCount(year, counts.get(year) ?? 0, level));
}

/** The count of a year with its Garwood interval. */
export function yearCount(year: number, count: number, level: number): YearCount {
  const { low, high } = poissonInterval(count, 1, level);
  return { year, count, low, high: finiteOrNull(high) };
}
