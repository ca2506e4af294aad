import { firstTrue } from './bisection.ts';
import { binomialAtMost } from './distributions.ts';
import type { Interval } from './interval.ts';
import { requireLevel } from './requirements.ts';
import { sizeOf, tallyOf, valueAt, type Tally } from './tally.ts';

/** An interval of the median and the probability with which it covers it. */
export interface MedianInterval extends Interval {
  readonly coverage: number;
}

/** A coverage may lie below the level by rounding. */
const ROUNDING = 1e-12;

/**
 * Sample quantile of type 7: linear between the order statistics, which lie at equal steps from 0 to 1.
 *
 * R: `quantile(values, p, type = 7)`.
 *
 * @see Hyndman, R. J. & Fan, Y. (1996). https://doi.org/10.1080/00031305.1996.10473566
 * @returns the quantile, or null where there are no values
 * @throws RangeError where a value is not finite or p is outside 0 to 1
 * @example
 * quantile([1, 2, 3, 10], 0.5); // 2.5
 */
export function quantile(values: readonly number[], p: number): number | null {
  return tallyQuantile(tallyOf(values), p);
}

/**
 * The same of numbers that are counted already.
 *
 * @throws RangeError where p is outside 0 to 1
 * @example
 * tallyQuantile([{ value: 1, count: 3 }, { value: 5, count: 1 }], 0.5); // 1
 */
export function tallyQuantile(tally: Tally, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}; allowed is a number from 0 to 1.`);
  return quantileOf((index) => valueAt(tally, index), sizeOf(tally), p);
}

/** The same of values already in rising order. */
export function sortedQuantile(sorted: readonly number[], p: number): number | null {
  return quantileOf((index) => sorted[index], sorted.length, p);
}

function quantileOf(at: (index: number) => number | undefined, size: number, p: number): number | null {
  const position = (size - 1) * p;
  const [lower, upper] = [at(Math.floor(position)), at(Math.ceil(position))];
  if (lower === undefined || upper === undefined) return null;
  const share = position - Math.floor(position);
  // Adding zero turns minus zero into zero.
  return lower === upper ? lower + 0 : (1 - share) * lower + share * upper + 0;
}

/**
 * Exact interval of the median from two order statistics, equally far from both ends: the shortest one that covers the
 * median with at least the level, whatever the distribution.
 *
 * R: `d <- max(which(1 - 2 * pbinom(seq_len(n) - 1, n, 0.5) >= level)); sort(values)[c(d, n + 1 - d)]`.
 *
 * @see Thompson, W. R. (1936). https://doi.org/10.1214/aoms/1177732502
 * @returns the interval and its coverage, or null where the whole range of so few values covers the median less often
 * @throws RangeError where a value is not finite or the level is outside what it allows
 * @example
 * medianInterval([1, 2, 3, 4, 5, 6, 7, 8], 0.95); // { low: 1, high: 8, coverage: 0.9921875 }
 */
export function medianInterval(values: readonly number[], level: number): MedianInterval | null {
  return tallyMedianInterval(tallyOf(values), level);
}

/**
 * The same of numbers that are counted already.
 *
 * @throws RangeError where the level is outside what it allows
 * @example
 * tallyMedianInterval([{ value: 1, count: 8 }], 0.95); // { low: 1, high: 1, coverage: 0.9921875 }
 */
export function tallyMedianInterval(tally: Tally, level: number): MedianInterval | null {
  requireLevel(level);
  const n = sizeOf(tally);
  // Above the middle rank no interval is left: its ends would have changed sides.
  const inner = firstTrue((rank) => coverageOf(rank + 1, n) < level - ROUNDING, 0, Math.floor((n + 1) / 2));
  const [low, high] = [valueAt(tally, inner - 1), valueAt(tally, n - inner)];
  if (low === undefined || high === undefined) return null;
  return { low, high, coverage: coverageOf(inner, n) };
}

/** Probability that the median lies between the order statistics at a rank and at the same rank from the end. */
function coverageOf(rank: number, n: number): number {
  return 1 - 2 * binomialAtMost(rank - 1, { trials: n, probability: 0.5 });
}
