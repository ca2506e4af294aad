import { shareInterval } from './binomial-interval.ts';
import { normalCritical, studentCritical } from './distributions.ts';
import type { Interval } from './interval.ts';
import { requireCounts, requireLevel } from './requirements.ts';

/** How far individuals gather on few kinds. */
export interface Concentration {
  /** Share of the pairs of individuals that are of one kind. */
  readonly index: number;
  readonly interval: Interval;
}

/**
 * Herfindahl-Hirschman index of the kinds behind a sample: the probability that two individuals are of one kind, estimated
 * without bias by the share of all pairs of the sample that are.
 *
 * Its interval is that of Clopper and Pearson for so many independent pairs as carry the variance of all of them: their
 * number over the design effect, with Student's t in the place of the normal. The design effect is that of the counts with
 * one more individual of the most frequent kind and one of a kind of its own, so that a sample without a pair, and one of a
 * single kind, do not look certain.
 *
 * R: with `n <- sum(counts)`, `index <- sum(counts * (counts - 1)) / (n * (n - 1))`; with `k <- c(counts, 1)`, one more in
 * the largest of them, `p <- k / sum(k)`, `s <- sum(p^2)` and `u` the index of `k`: `m <- n * (n - 1) / 2 / max(1, 1 + 2 * (n -
 * 2) * (sum(p^3) - s^2) / (u * (1 - u))) / (qt(q, n - 1) / qnorm(q))^2`, and the ends of `qbeta` for `index * m` of `m`.
 *
 * @see Simpson, E. H. (1949). Measurement of diversity. https://doi.org/10.1038/163688a0
 * @see Hoeffding, W. (1948). A class of statistics with asymptotically normal distribution.
 * https://doi.org/10.1214/aoms/1177730196
 * @see Korn, E. L. & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data. Survey Methodology 24, 193–201.
 * @param counts - one count a kind
 * @returns null where there are fewer than two individuals
 * @throws RangeError where an argument is outside what it allows
 * @example
 * concentration([5, 5], 0.95)?.index; // 0.4444444444444444
 */
export function concentration(counts: readonly number[], level: number): Concentration | null {
  requireCounts('counts', counts);
  requireLevel(level);
  const n = sum(counts);
  if (n < 2) return null;
  const index = pairShare(counts);
  const student = (studentCritical(level, n - 1) / normalCritical(level)) ** 2;
  const pairs = (n * (n - 1)) / 2 / designEffect(counts, n) / student;
  return { index, interval: shareInterval(index * pairs, pairs, level) };
}

/** By how much the variance of the share of pairs exceeds that of so many independent ones. */
function designEffect(counts: readonly number[], n: number): number {
  const largest = counts.indexOf(Math.max(...counts));
  const more = [...counts.map((count, kind) => (kind === largest ? count + 1 : count)), 1];
  const shares = more.map((count) => count / (n + 2));
  const second = sum(shares.map((share) => share ** 2));
  const third = sum(shares.map((share) => share ** 3));
  const index = pairShare(more);
  return Math.max(1, 1 + (2 * (n - 2) * (third - second ** 2)) / (index * (1 - index)));
}

function pairShare(counts: readonly number[]): number {
  const n = sum(counts);
  return sum(counts.map((count) => count * (count - 1))) / (n * (n - 1));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
