import { betaQuantile, chiSquareQuantile } from './distributions.ts';
import type { Interval } from './interval.ts';
import { requireCount, requireLevel } from './requirements.ts';

/**
 * Central exact interval of a share.
 *
 * R: `binom.test(successes, trials, conf.level = level)$conf.int`.
 *
 * @see Clopper, C. J. & Pearson, E. S. (1934). https://doi.org/10.1093/biomet/26.4.404
 * @throws RangeError where an argument is outside what it allows
 * @example
 * clopperPearsonInterval(0, 10, 0.95); // { low: 0, high: 0.3084971078187608 }
 */
export function clopperPearsonInterval(successes: number, trials: number, level: number): Interval {
  requireShare(successes, trials, level);
  return shareInterval(successes, trials, level);
}

/** The same for successes and trials that need not be whole. */
export function shareInterval(successes: number, trials: number, level: number): Interval {
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures <= 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  };
}

/**
 * The interval of Clopper and Pearson as odds, for successes and failures that need not be whole. Each end is a quantile over the quantile
 * of its complement, so that a share near one keeps its digits.
 *
 * R: `qbeta(p, successes, failures + 1) / qbeta(p, failures + 1, successes, lower.tail = FALSE)` for the lower end.
 */
export function oddsInterval(successes: number, failures: number, level: number): Interval {
  const tail = (1 - level) / 2;
  const odds = (probability: number, first: number, second: number): number =>
    betaQuantile(probability, first, second) / betaQuantile(1 - probability, second, first);
  return {
    low: successes === 0 ? 0 : odds(tail, successes, failures + 1),
    high: failures === 0 ? Infinity : 1 / odds(tail, failures, successes + 1),
  };
}

/**
 * Score interval of a share, without continuity correction: the shares that a score test does not reject.
 *
 * R: `prop.test(successes, trials, conf.level = level, correct = FALSE)$conf.int`.
 *
 * @see Wilson, E. B. (1927). https://doi.org/10.1080/01621459.1927.10502953
 * @throws RangeError where an argument is outside what it allows
 * @example
 * wilsonInterval(5, 10, 0.95); // { low: 0.236593090512564, high: 0.763406909487436 }
 */
export function wilsonInterval(successes: number, trials: number, level: number): Interval {
  requireShare(successes, trials, level);
  return scoreInterval(successes, trials, chiSquareQuantile(level, 1));
}

/**
 * The score interval of a share for a squared critical value. The smaller end is taken as the product of the roots over
 * the larger one, so that no digits are lost to cancellation.
 */
export function scoreInterval(successes: number, trials: number, critical: number): Interval {
  const failures = trials - successes;
  const root = Math.sqrt(critical * (critical + (4 * successes * failures) / trials));
  const scale = 2 * (trials + critical);
  return {
    low: successes === 0 ? 0 : (2 * successes * (successes / trials)) / (2 * successes + critical + root),
    high: failures === 0 ? 1 : (2 * successes + critical + root) / scale,
  };
}

function requireShare(successes: number, trials: number, level: number): void {
  requireCount('successes', successes);
  requireCount('trials', trials);
  requireLevel(level);
  if (trials === 0) throw new RangeError('trials is 0; allowed is a whole number of one or more.');
  if (successes > trials) {
    throw new RangeError(`successes is ${successes}; allowed is at most the number of trials, ${trials}.`);
  }
}
