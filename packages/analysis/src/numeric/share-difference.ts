import { wilsonInterval } from './binomial-interval.ts';
import type { Interval } from './interval.ts';

/** Successes and trials of two groups, and the coverage of the interval of the difference of their shares. */
export interface TwoShares {
  readonly successes_a: number;
  readonly trials_a: number;
  readonly successes_b: number;
  readonly trials_b: number;
  readonly level: number;
}

/**
 * The share of a less the share of b, with the hybrid score interval of Newcombe (his method 10), made of the Wilson
 * intervals of both.
 *
 * R: with `l` and `u` of `prop.test(x, n, correct = FALSE)$conf.int` for each share `p`: `a - b - sqrt((a - l_a)^2 + (u_b - b)^2)`
 * and `a - b + sqrt((u_a - a)^2 + (b - l_b)^2)`.
 *
 * @see Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven
 * methods. https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I
 * @throws RangeError where an argument is outside what it allows
 * @example
 * shareDifference({ successes_a: 56, trials_a: 70, successes_b: 48, trials_b: 80, level: 0.95 }).estimate; // 0.20000000000000007
 */
export function shareDifference({ successes_a, trials_a, successes_b, trials_b, level }: TwoShares): {
  readonly estimate: number;
  readonly interval: Interval;
} {
  const [ends_a, ends_b] = [wilsonInterval(successes_a, trials_a, level), wilsonInterval(successes_b, trials_b, level)];
  const [share_a, share_b] = [successes_a / trials_a, successes_b / trials_b];
  const estimate = share_a - share_b;
  return {
    estimate,
    interval: {
      low: estimate - Math.hypot(share_a - ends_a.low, ends_b.high - share_b),
      high: estimate + Math.hypot(ends_a.high - share_a, share_b - ends_b.low),
    },
  };
}
