import betainc from '@stdlib/math-base-special-betainc';
import erfc from '@stdlib/math-base-special-erfc';
import gammaln from '@stdlib/math-base-special-gammaln';
import quantileOfBeta from '@stdlib/stats-base-dists-beta-quantile';
import quantileOfChiSquare from '@stdlib/stats-base-dists-chisquare-quantile';

/** For a second shape this large and a whole first one this small `@stdlib` loses digits of the upper quantiles. */
const [MANY, FEW] = [1e6, 500];

/** Quantile of the beta distribution. R: `qbeta(probability, first, second)`. */
export function betaQuantile(probability: number, first: number, second: number): number {
  const quantile = quantileOfBeta(probability, first, second);
  const rare = second > MANY && first <= FEW && Number.isInteger(first) && probability > 0.5;
  return rare ? rareQuantile(quantile, probability, { first, second }) : quantile;
}

/**
 * The upper quantile by Newton's method, from one that is off in the last digits: the probability above it is that of fewer
 * successes than the first shape, a sum of few terms, in so many trials less one as both shapes together.
 */
function rareQuantile(
  start: number,
  probability: number,
  { first, second }: { first: number; second: number },
): number {
  const trials = first + second - 1;
  let quantile = start;
  for (let step = 0; step < 3; step += 1) {
    let density = Math.exp(trials * Math.log1p(-quantile));
    let above = 0;
    for (let successes = 0; successes < first; successes += 1) {
      above += density;
      density *= (((trials - successes) / (successes + 1)) * quantile) / (1 - quantile);
    }
    quantile += (quantile * (above - (1 - probability))) / (first * density);
  }
  return quantile;
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

/** Quantile of the standard normal distribution. R: `qnorm(probability)`. */
export function normalQuantile(probability: number): number {
  return Math.sign(probability - 0.5) * normalCritical(Math.abs(1 - 2 * probability));
}

/**
 * The number that a value of Student's t distribution exceeds in size with probability `1 - level`: from the beta
 * distribution of the share that its square has, whichever tail keeps the digits.
 *
 * R: `qt(1 - (1 - level) / 2, df)`.
 */
export function studentCritical(level: number, df: number): number {
  if (level > 0.5) {
    const rest = quantileOfBeta(1 - level, df / 2, 0.5);
    return Math.sqrt((df * (1 - rest)) / rest);
  }
  const share = quantileOfBeta(level, 0.5, df / 2);
  return Math.sqrt((df * share) / (1 - share));
}

/** Probability that a value of Student's t distribution is larger in size than `t`. R: `2 * pt(-abs(t), df)`. */
export function studentTwoSided(t: number, df: number): number {
  return betainc(df / (df + t * t), df / 2, 0.5, true, false);
}

/** Probability that a standard normal value is larger in size than `z`. R: `2 * pnorm(-abs(z))`. */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/**
 * Upper tail of the chi-square distribution with a whole number of degrees of freedom: a finite sum of positive terms, so
 * that a small probability keeps its digits. R: `pchisq(x, df, lower.tail = FALSE)`.
 */
export function chiSquareUpperTail(x: number, df = 1): number {
  if (x <= 0) return 1;
  const half = x / 2;
  const isOdd = df % 2 === 1;
  let tail = isOdd ? erfc(Math.sqrt(half)) : 0;
  for (let power = isOdd ? 0.5 : 0; power < df / 2; power += 1) {
    tail += Math.exp(power * Math.log(half) - half - gammaln(power + 1));
  }
  // The rounding of many terms must not lift a probability above one.
  return Math.min(1, tail);
}

/** Logarithms already computed: drawing tables asks for the same few thousands of times. */
const logFactorials: number[] = [];

/** Half the logarithm of a whole turn, the constant of Stirling's series. */
const HALF_LOG_TURN = 0.5 * Math.log(2 * Math.PI);

/**
 * Logarithm of the number of orders of so many things, of large ones by Stirling's series, whose next term is beyond every
 * digit. R: `lfactorial(n)`.
 */
export function logFactorial(n: number): number {
  if (n < 1000) return (logFactorials[n] ??= gammaln(n + 1));
  return (n + 0.5) * Math.log(n) - n + HALF_LOG_TURN + (1 - 1 / (30 * n * n)) / (12 * n);
}

/** A binomial distribution: how many trials, and the probability of a success in each. */
export interface Binomial {
  readonly trials: number;
  readonly probability: number;
}

/** From so many trials on, differences of logarithms of factorials lose digits that the p value of a ratio needs. */
const MANY_TRIALS = 1e5;

/**
 * Logarithm of the probability of exactly so many successes, from deviances by Loader's method, which keeps the digits of
 * many trials. R: `dbinom(successes, trials, probability, log = TRUE)`.
 *
 * @see Loader, C. (2000). Fast and accurate computation of binomial probabilities.
 */
export function binomialLogDensity(successes: number, { trials, probability }: Binomial): number {
  const failures = trials - successes;
  if (trials < MANY_TRIALS || successes === 0 || failures === 0) {
    const ways = gammaln(trials + 1) - gammaln(successes + 1) - gammaln(failures + 1);
    return ways + successes * Math.log(probability) + failures * Math.log1p(-probability);
  }
  const [met, missed] = [trials * probability, trials * (1 - probability)];
  const remainders = stirlingError(trials) - stirlingError(successes) - stirlingError(failures);
  const scale = Math.log(trials / successes / failures) / 2 - HALF_LOG_TURN;
  return remainders + scale - halfDeviance(successes, met) - halfDeviance(failures, missed);
}

/** By how much the logarithm of a factorial exceeds Stirling's formula. */
function stirlingError(n: number): number {
  if (n < 1000) return gammaln(n + 1) - ((n + 0.5) * Math.log(n) - n + HALF_LOG_TURN);
  return (1 - (1 - 2 / (7 * n * n)) / (30 * n * n)) / (12 * n);
}

/** `count * log(count / mean) + mean - count`, by a series where both lie close. */
function halfDeviance(count: number, mean: number): number {
  const apart = count - mean;
  const ratio = apart / (count + mean);
  if (Math.abs(ratio) > 0.1) return count * Math.log(count / mean) - apart;
  let [sum, power] = [apart * ratio, 2 * count * ratio];
  for (let step = 1; ; step += 1) {
    power *= ratio * ratio;
    const next = sum + power / (2 * step + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/** Probability of at most so many successes. R: `pbinom(successes, trials, probability)`. */
export function binomialAtMost(successes: number, { trials, probability }: Binomial): number {
  if (successes < 0) return 0;
  if (successes >= trials) return 1;
  if (trials >= MANY_TRIALS && successes < trials * probability) return lowerTail(successes, { trials, probability });
  return betainc(probability, successes + 1, trials - successes, true, true);
}

/** Probability of at least so many successes. R: `pbinom(successes - 1, trials, probability, lower.tail = FALSE)`. */
export function binomialAtLeast(successes: number, { trials, probability }: Binomial): number {
  if (successes <= 0) return 1;
  if (successes > trials) return 0;
  if (trials >= MANY_TRIALS && successes > trials * probability) {
    return lowerTail(trials - successes, { trials, probability: 1 - probability });
  }
  return betainc(probability, successes, trials - successes + 1, true, false);
}

/** The probabilities from so many successes, below their mean, downwards, each from the one before, while they add anything. */
function lowerTail(successes: number, split: Binomial): number {
  const odds = (1 - split.probability) / split.probability;
  let [sum, share] = [0, 1];
  for (let fewer = successes; sum + share !== sum; fewer -= 1) {
    sum += share;
    share *= (fewer / (split.trials - fewer + 1)) * odds;
  }
  return Math.exp(binomialLogDensity(successes, split)) * sum;
}
