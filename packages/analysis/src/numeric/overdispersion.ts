import { oddsInterval } from './binomial-interval.ts';
import { normalCritical, studentCritical } from './distributions.ts';
import type { Interval } from './interval.ts';
import { poissonInterval, rateInterval } from './poisson-interval.ts';
import { requireCounts } from './requirements.ts';

/** How much more counts vary around what is expected of them than Poisson counts do. */
export interface Dispersion {
  /** Pearson's chi-square over its degrees of freedom: 1 where the counts vary as Poisson counts do. */
  readonly estimate: number;
  readonly df: number;
}

/** Pearson's chi-square of counts and what is expected of them, over its degrees of freedom; null where none are left. */
export function pearsonDispersion(
  counts: readonly number[],
  expected: readonly number[],
  parameters: number,
): Dispersion | null {
  const df = counts.length - parameters;
  const chiSquare = expected.reduce((sum, mean, index) => {
    const count = counts[index] ?? 0;
    return sum + (count === 0 ? mean : (count - mean) ** 2 / mean);
  }, 0);
  return df < 1 ? null : { estimate: chiSquare / df, df };
}

/** Rounding must not make counts that vary exactly as Poisson counts do vary more. */
const ROUNDING = 1e-9;

/** Whether counts vary more than Poisson counts do. */
export function isOverdispersed(dispersion: Dispersion | null): dispersion is Dispersion {
  return dispersion !== null && dispersion.estimate > 1 + ROUNDING;
}

/**
 * By how much the variance behind an interval for Poisson counts has to grow: where the dispersion is above 1 the
 * dispersion itself, times the square of the quantile of Student's t over that of the normal, else 1.
 *
 * @see Wedderburn, R. W. M. (1974). Quasi-likelihood functions. https://doi.org/10.1093/biomet/61.3.439
 * @example
 * varianceInflation({ estimate: 0.9, df: 12 }, 0.95); // 1
 */
export function varianceInflation(dispersion: Dispersion | null, level: number): number {
  if (!isOverdispersed(dispersion)) return 1;
  return dispersion.estimate * (studentCritical(level, dispersion.df) / normalCritical(level)) ** 2;
}

/** An interval for counts that may vary more than Poisson counts, with that for Poisson counts beside it. */
export interface OverdispersedInterval {
  readonly interval: Interval;
  readonly poisson: Interval;
  readonly dispersion: Dispersion | null;
}

/**
 * Interval of the mean of counts that may vary more than Poisson counts do. Where they do, the exact Poisson interval is
 * made from so many fewer counts as carry the same variance; it is never narrower than that of the counts themselves.
 *
 * R: with `phi <- sum((counts - mean(counts))^2 / mean(counts)) / df`, `df <- length(counts) - 1` and, where `phi > 1`, `f <-
 * phi * (qt(p, df) / qnorm(p))^2`: `f / length(counts) * c(qgamma(1 - p, sum(counts) / f), qgamma(p, sum(counts) / f + 1))`.
 *
 * @see Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data. Survey Methodology 24, 193–201.
 * @param counts - one a period, one period at least
 * @throws RangeError where an argument is outside what it allows
 * @example
 * meanInterval([2, 3, 2, 3], 0.95).dispersion; // { estimate: 0.13333333333333333, df: 3 }
 */
export function meanInterval(counts: readonly number[], level: number): OverdispersedInterval {
  requireCounts('counts', counts);
  const total = sum(counts);
  const poisson = poissonInterval(total, counts.length, level);
  const mean = total / counts.length;
  const dispersion =
    total === 0
      ? null
      : pearsonDispersion(
          counts,
          counts.map(() => mean),
          1,
        );
  const inflation = varianceInflation(dispersion, level);
  const wider = rateInterval(total / inflation, counts.length / inflation, level);
  return { interval: around(poisson, wider), poisson, dispersion };
}

/**
 * Interval of the ratio of the means of two lists of counts that may vary more than Poisson counts do, by the same fewer
 * counts put into the exact conditional interval. The dispersion is that around both means.
 *
 * R: with `phi` over `length(a) + length(b) - 2` degrees of freedom and `f` as for one mean: the odds of `qbeta(1 - p, sum(a)
 * / f, sum(b) / f + 1)` and of `qbeta(p, sum(a) / f + 1, sum(b) / f)`, times `length(b) / length(a)`.
 *
 * @see Korn, E. L. & Graubard, B. I. (1998), as above.
 * @throws RangeError where an argument is outside what it allows
 * @example
 * meanRatioInterval([3, 3], [2, 2], 0.95).dispersion; // { estimate: 0, df: 2 }
 */
export function meanRatioInterval(a: readonly number[], b: readonly number[], level: number): OverdispersedInterval {
  requireCounts('a', a);
  requireCounts('b', b);
  const [inA, inB] = [sum(a), sum(b)];
  const ratioOf = (inflation: number): Interval => {
    const { low, high } = oddsInterval(inA / inflation, inB / inflation, level);
    return { low: (low * b.length) / a.length, high: (high * b.length) / a.length };
  };
  const poisson = ratioOf(1);
  const expected = [...a.map(() => inA / a.length), ...b.map(() => inB / b.length)];
  const dispersion = pearsonDispersion([...a, ...b], expected, 2);
  const wider = ratioOf(varianceInflation(dispersion, level));
  return { interval: around(poisson, wider), poisson, dispersion };
}

/** The farther end of two intervals on either side. */
export function around(first: Interval, second: Interval): Interval {
  return { low: Math.min(first.low, second.low), high: Math.max(first.high, second.high) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
