import betainc from '@stdlib/math-base-special-betainc';
import erfc from '@stdlib/math-base-special-erfc';
import gammaln from '@stdlib/math-base-special-gammaln';
import quantileOfBeta from '@stdlib/stats-base-dists-beta-quantile';
import quantileOfChiSquare from '@stdlib/stats-base-dists-chisquare-quantile';

/** Quantile of the beta distribution. R: `qbeta(probability, first, second)`. */
export function betaQuantile(probability: number, first: number, second: number): number {
  return quantileOfBeta(probability, first, second);
}

/** Quantile of the chi-square distribution. R: `qchisq(probability, df)`. */
export function chiSquareQuantile(probability: number, df: number): number {
  return quantileOfChiSquare(probability, df);
}

/**
 * The number that a standard normal value exceeds in size with probability `1 - level`.
 *
 * R: `qnorm(1 - (1 - level) / 2)`.
 */
export function normalCritical(level: number): number {
  return Math.sqrt(quantileOfChiSquare(level, 1));
}

/** Probability that a standard normal value is larger in size than `z`. R: `2 * pnorm(-abs(z))`. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** Upper tail of the chi-square distribution with one degree of freedom. R: `pchisq(x, 1, lower.tail = FALSE)`. */
export function chiSquareUpperTail(x: number): number {
  return erfc(Math.sqrt(x / 2));
}

/** A binomial distribution: how many trials, and the probability of a success in each. */
export interface Binomial {
  readonly trials: number;
  readonly probability: number;
}

/** Logarithm of the probability of exactly so many successes. R: `dbinom(successes, trials, probability, log = TRUE)`. */
export function binomialLogDensity(successes: number, { trials, probability }: Binomial): number {
  const failures = trials - successes;
  const ways = gammaln(trials + 1) - gammaln(successes + 1) - gammaln(failures + 1);
  return ways + successes * Math.log(probability) + failures * Math.log1p(-probability);
}

/** Probability of at most so many successes. R: `pbinom(successes, trials, probability)`. */
export function binomialAtMost(successes: number, { trials, probability }: Binomial): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  return betainc(probability, successes + 1, trials - successes, true, true);
}

/** Probability of at least so many successes. R: `pbinom(successes - 1, trials, probability, lower.tail = FALSE)`. */
export function binomialAtLeast(successes: number, { trials, probability }: Binomial): number {
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  return betainc(probability, successes, trials - successes + 1, true, false);
}
