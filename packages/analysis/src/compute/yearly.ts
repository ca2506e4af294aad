import { poissonInterval } from '../numeric/poisson-interval.ts';
import type { YearCount } from './frequency.ts';
import { finiteOrNull } from './interval-estimate.ts';
import { yearOf } from './partial-dates.ts';
import { yearsOf } from './select-programs.ts';

/** Dated records of each year of a range, zeros included, with Garwood intervals. */
export function countDated(
  records: readonly { readonly date: string | null }[],
  { from, to, level }: { readonly from: number | null; readonly to: number | null; readonly level: number },
): YearCount[] {
  const counts = new Map<number, number>();
  for (const { date } of records) {
    if (date !== null) counts.set(yearOf(date), (counts.get(yearOf(date)) ?? 0) + 1);
  }
  return yearsOf({ from, to }).map((year) => {
    const count = counts.get(year) ?? 0;
    const { low, high } = poissonInterval(count, 1, level);
    return { year, count, low, high: finiteOrNull(high) };
  });
}
