import type { Estimate } from '../estimate.ts';
import { medianInterval, quantile } from '../numeric/quantiles.ts';
import { computed, notComputable } from './interval-estimate.ts';

/** What is known of a quantity, such as a number of days, over a list of programs. */
export interface QuantitySummary {
  n: number;
  known: number;
  unknown: number;
  sum: number;
  least: number | null;
  lower_quartile: number | null;
  median: Estimate;
  upper_quartile: number | null;
  most: number | null;
}

/** Order statistics of the known values. The interval of the median is exact and asks nothing of the distribution. */
export function summarise(values: readonly (number | null)[], level: number): QuantitySummary {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  return {
    n: values.length,
    known: known.length,
    unknown: values.length - known.length,
    sum: known.reduce((sum, value) => sum + value, 0),
    least: known[0] ?? null,
    lower_quartile: quantile(known, 0.25),
    median: medianOf(known, { level, n: values.length }),
    upper_quartile: quantile(known, 0.75),
    most: known.at(-1) ?? null,
  };
}

/** Where there are too few values for the level, the interval is unbounded on both sides. */
function medianOf(known: readonly number[], { level, n }: { level: number; n: number }): Estimate {
  const median = quantile(known, 0.5);
  if (median === null) return notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 1);
  const { low, high } = medianInterval(known, level) ?? { low: -Infinity, high: Infinity };
  return computed(median, { low, high }, { method: 'order-statistic', level });
}
