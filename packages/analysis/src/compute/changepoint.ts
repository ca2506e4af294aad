import { changeSet, poissonChangePoint } from '../numeric/change-point.ts';
import type { PermutationOptions } from '../numeric/permutation.ts';
import type { Reason } from '../estimate.ts';
import type { ChangepointResult } from '../results/years.ts';
import type { Filter } from './resolve-filter.ts';
import { total } from './tallies.ts';
import type { TrendCounts } from './trend.ts';
import { yearCount } from './yearly.ts';

export type { ChangepointResult };

/** Input of the statistic `changepoint`, with every default filled in. */
export interface ChangepointInput extends Filter, PermutationOptions {
  readonly level: number;
}

/** Finds the change that fits best and tests whether one rate would do. */
export function inferChangepoint(
  { years, counts, incomplete }: TrendCounts,
  options: Omit<ChangepointInput, keyof Filter>,
): ChangepointResult {
  const n = total(counts);
  const constant = counts.every((count) => count === counts[0]);
  const found = constant ? null : poissonChangePoint(counts, options);
  const year = (place: number): number => (years[0] ?? 0) + place;
  const counted = years.map((value, place) => yearCount(value, counts[place] ?? 0, options.level));
  if (found === null) {
    return {
      n,
      incomplete_year: incomplete,
      years: counted.map((one) => ({ ...one, rate: null })),
      change: { p_value: null, ...refusalOf(years.length, n) },
      profile: [],
    };
  }
  const { place, statistic, p_value } = found;
  const set = changeSet(counts, found, options.level);
  const count_before = total(counts.slice(0, place));
  const [years_before, years_after] = [place, years.length - place];
  const rate_before = count_before / years_before;
  const rate_after = (n - count_before) / years_after;
  return {
    n,
    incomplete_year: incomplete,
    years: counted.map((one, index) => ({ ...one, rate: index < place ? rate_before : rate_after })),
    change: {
      p_value,
      statistic,
      permutations: options.permutations,
      first_year: year(place),
      ...{ earliest_year: year(set[0] ?? place), latest_year: year(set.at(-1) ?? place) },
      ...{ years_before, count_before, rate_before },
      ...{ years_after, count_after: n - count_before, rate_after },
    },
    profile: found.profile.map((point) => ({
      first_year: year(point.place),
      statistic: point.statistic,
      kept: set.includes(point.place),
    })),
  };
}

/** Why no change is looked for. */
function refusalOf(years: number, n: number): { reason: Reason; n: number; required: number } {
  if (years < 2) return { reason: 'too-few-years', n: years, required: 2 };
  if (n === 0) return { reason: 'no-records', n: 0, required: 1 };
  return { reason: 'no-variation', n: 1, required: 2 };
}
