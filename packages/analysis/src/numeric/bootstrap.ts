import type { Interval } from './interval.ts';
import { sortedQuantile } from './quantiles.ts';
import { requireLevel, requirePositiveCount, requireSeed } from './requirements.ts';

/** How to resample, and the coverage of the interval. */
export interface BootstrapOptions {
  readonly seed: number;
  readonly samples: number;
  readonly level: number;
}

/**
 * Refuses options that no resampling can be done with.
 *
 * @throws RangeError naming the option, its value and what is allowed
 */
export function requireBootstrap({ seed, samples, level }: BootstrapOptions): void {
  requireSeed(seed);
  requirePositiveCount('samples', samples);
  requireLevel(level);
}

/**
 * Percentile interval: the quantiles (type 7) between which the level's share of the resampled values lies.
 *
 * R: `quantile(values, (1 + c(-level, level)) / 2, type = 7)`.
 *
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. https://doi.org/10.1214/aos/1176344552
 * @returns the interval, or null where there are no values
 * @example
 * percentileInterval([1, 2, 3, 4, 5], 0.5); // { low: 2, high: 4 }
 */
export function percentileInterval(values: readonly number[], level: number): Interval | null {
  const sorted = values.toSorted((first, second) => first - second);
  const low = sortedQuantile(sorted, (1 - level) / 2);
  const high = sortedQuantile(sorted, (1 + level) / 2);
  return low === null || high === null ? null : { low, high };
}
