import { requireCounts, requireEqualLength } from './requirements.ts';

/** Shares of groups drawn towards the share of all. */
export interface PooledShares {
  /** Share of all trials. */
  readonly mean: number;
  /** Correlation of two trials of one group: 0 where the groups differ no more than chance makes them, 1 where each is of one kind. */
  readonly correlation: number;
  /** One share a group. */
  readonly shares: readonly number[];
}

/**
 * Partial pooling: the share of each group under a beta-binomial distribution whose mean and correlation are those of the
 * groups at hand, by moments (empirical Bayes). The fewer trials a group has, and the less the groups differ, the nearer its
 * share is to that of all.
 *
 * R: with `p <- sum(x) / sum(n)`, `w <- 1 - n / sum(n)` and `rho` as `(sum(n * (x / n - p)^2) / (p * (1 - p)) - sum(w)) / sum(w * (n
 * - 1))` held within 0 and 1: `p + n * rho / (1 + (n - 1) * rho) * (x / n - p)`.
 *
 * @see Kleinman, J. C. (1973). Proportions with extraneous variance: single and independent samples.
 * https://doi.org/10.2307/2284137
 * @param successes - one number a group
 * @param trials - one number a group, one trial at least
 * @returns null where there are fewer than two groups
 * @throws RangeError where an argument is outside what it allows
 * @example
 * pooledShares([2, 2], [4, 4])?.shares; // [0.5, 0.5]
 */
export function pooledShares(successes: readonly number[], trials: readonly number[]): PooledShares | null {
  requireEqualLength(successes, trials);
  requireCounts('successes', successes);
  requireCounts('trials', trials);
  trials.forEach((number, group) => {
    const yes = successes[group] ?? 0;
    if (number < 1 || yes > number) {
      throw new RangeError(
        `trials[${group}] is ${number}; allowed is a number from one and from its successes, ${yes}.`,
      );
    }
  });
  if (trials.length < 2) return null;
  const all = sum(trials);
  const mean = sum(successes) / all;
  const raw = successes.map((yes, group) => yes / (trials[group] ?? NaN));
  const correlation = mean * (1 - mean) === 0 ? 0 : correlationOf(raw, trials, mean);
  const shares = raw.map((share, group) => {
    const number = trials[group] ?? NaN;
    return mean + ((number * correlation) / (1 + (number - 1) * correlation)) * (share - mean);
  });
  return { mean, correlation, shares };
}

function correlationOf(raw: readonly number[], trials: readonly number[], mean: number): number {
  const all = sum(trials);
  const spread = sum(raw.map((share, group) => (trials[group] ?? 0) * (share - mean) ** 2)) / (mean * (1 - mean));
  const room = sum(trials.map((number) => (1 - number / all) * (number - 1)));
  return room === 0 ? 0 : Math.min(1, Math.max(0, (spread - (trials.length - 1)) / room));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
