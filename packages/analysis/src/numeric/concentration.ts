import { percentileInterval, requireBootstrap, type BootstrapOptions } from './bootstrap.ts';
import { drawMultinomial } from './draw-count.ts';
import type { Interval } from './interval.ts';
import { createRandom } from './random.ts';
import { requireCounts } from './requirements.ts';

/**
 * Herfindahl-Hirschman index of individuals counted by kind: the probability that two drawn with replacement are of one
 * kind, 1 where all are.
 *
 * R: `sum((counts / sum(counts))^2)`.
 *
 * @see Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54, 761-762.
 * https://www.jstor.org/stable/1818582
 * @param counts - one count a kind
 * @returns the index, or null where there are no individuals
 * @throws RangeError where a count is not a whole number of zero or more
 * @example
 * herfindahl([5, 5]); // 0.5
 */
export function herfindahl(counts: readonly number[]): number | null {
  requireCounts('counts', counts);
  const total = totalOf(counts);
  return total === 0 ? null : indexOf(counts, total);
}

/**
 * Bootstrap interval of the Herfindahl-Hirschman index, with individuals resampled: the percentile interval (type 7),
 * moved down by what resampling adds to the index on average, which is exactly `(1 - index) / n`. Without that the interval
 * of few individuals of many kinds would lie above the index.
 *
 * @see Efron, B. (1979). Bootstrap methods: another look at the jackknife. https://doi.org/10.1214/aos/1176344552
 * @param counts - one count a kind
 * @returns the interval within 0 to 1, or null where there are fewer than two individuals
 * @throws RangeError where an argument is outside what it allows
 * @example
 * bootstrapHerfindahl([7, 0], { seed: 1, samples: 1000, level: 0.95 }); // { low: 1, high: 1 }
 */
export function bootstrapHerfindahl(counts: readonly number[], options: BootstrapOptions): Interval | null {
  requireCounts('counts', counts);
  requireBootstrap(options);
  const total = totalOf(counts);
  if (total < 2) return null;
  const added = (1 - indexOf(counts, total)) / total;
  const interval = percentileInterval(resample(counts, total, options), options.level);
  return interval && { low: Math.max(0, interval.low - added), high: Math.min(1, interval.high - added) };
}

function resample(counts: readonly number[], total: number, { seed, samples }: BootstrapOptions): number[] {
  const random = createRandom(seed);
  return Array.from({ length: samples }, () => indexOf(drawMultinomial(counts, total, random), total));
}

function indexOf(counts: readonly number[], total: number): number {
  return counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
}

function totalOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
