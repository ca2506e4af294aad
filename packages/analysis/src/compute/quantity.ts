import type { Estimate } from '../estimate.ts';
import { tallyMedianInterval, tallyQuantile } from '../numeric/quantiles.ts';
import { sizeOf, tallyCounts, type Tally } from '../numeric/tally.ts';
import type { QuantitySummary } from '../results/quantities.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { total } from './tallies.ts';

export type { QuantitySummary };

/** The known values of a quantity, and how many programs have none. */
export interface QuantityCounts {
  readonly known: Tally;
  readonly unknown: number;
}

/** Sorts the counted values of a quantity; null is unknown. */
export function quantityOf(counts: Iterable<readonly [value: number | null, count: number]>): QuantityCounts {
  const all = [...counts];
  const known = all.flatMap(([value, count]) => (value === null ? [] : [{ value, count }]));
  return { known: tallyCounts(known), unknown: total(all.map(([value, count]) => (value === null ? count : 0))) };
}

/** Order statistics of the known values. The interval of the median is exact and asks nothing of the distribution. */
export function inferQuantity({ known, unknown }: QuantityCounts, level: number): QuantitySummary {
  const size = sizeOf(known);
  return {
    n: size + unknown,
    known: size,
    unknown,
    sum: known.reduce((sum, { value, count }) => sum + value * count, 0),
    least: known[0]?.value ?? null,
    lower_quartile: tallyQuantile(known, 0.25),
    median: medianOf(known, { level, n: size + unknown }),
    upper_quartile: tallyQuantile(known, 0.75),
    most: known.at(-1)?.value ?? null,
  };
}

/** Where there are too few values for the level, the interval is unbounded on both sides. */
function medianOf(known: Tally, { level, n }: { level: number; n: number }): Estimate {
  const median = tallyQuantile(known, 0.5);
  if (median === null) return notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 1);
  const { low, high } = tallyMedianInterval(known, level) ?? { low: -Infinity, high: Infinity };
  return computed(median, { low, high }, { method: 'order-statistic', level });
}
