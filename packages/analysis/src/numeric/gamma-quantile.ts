import quantileOfChiSquare from '@stdlib/stats-base-dists-chisquare-quantile';
import { normalQuantile } from './distributions.ts';

/** Well below quantiles of 1000, from which on those of `@stdlib` are off by up to one part in the shape. */
const LARGE_SHAPE = 500;

/** From here on the expansion has all the digits that floating point holds. */
const HUGE_SHAPE = 1e6;

/**
 * Quantile of the gamma distribution with rate 1 and a whole shape. R: `qgamma(probability, shape)`.
 *
 * For a large shape it is the mean at which a Poisson count reaches the shape with the probability asked for: the
 * expansion of Cornish and Fisher, corrected by Newton's method as long as that moves it. For a huge shape the expansion
 * alone, so that the cost does not grow without bound.
 *
 * @see Goldberg, H. & Levine, H. (1946). Approximate formulas for the percentage points and normalization of t and chi
 * squared. https://doi.org/10.1214/aoms/1177730981
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (shape < LARGE_SHAPE) return quantileOfChiSquare(probability, 2 * shape) / 2;
  let quantile = expansion(normalQuantile(probability), shape);
  if (shape >= HUGE_SHAPE) return quantile;
  // Both tails, each taken where it is the smaller one, so that no digits of it are lost.
  const excess =
    probability < 0.5
      ? (mean: number) => poissonAtLeast(shape, mean) - probability
      : (mean: number) => 1 - probability - poissonBelow(shape, mean);
  for (let step = 0; step < NEWTON_STEPS; step += 1) {
    quantile -= excess(quantile) / poissonDensity(shape - 1, quantile);
  }
  return quantile;
}

/** Two, because the expansion begins within a millionth of a standard deviation, and each step squares that. */
const NEWTON_STEPS = 2;

/** The expansion of the quantile in falling powers of the root of the shape, for the same quantile of the normal. */
function expansion(z: number, shape: number): number {
  const root = Math.sqrt(shape);
  const terms = [
    shape,
    z * root,
    (z ** 2 - 1) / 3,
    (z ** 3 - 7 * z) / (36 * root),
    -(3 * z ** 4 + 7 * z ** 2 - 16) / (810 * shape),
    (9 * z ** 5 + 256 * z ** 3 - 433 * z) / (38_880 * shape * root),
    (12 * z ** 6 - 243 * z ** 4 - 923 * z ** 2 + 1472) / (204_120 * shape ** 2),
  ];
  return terms.reduceRight((sum, term) => sum + term, 0);
}

/** Probability that a Poisson count of this mean is at least so large. */
function poissonAtLeast(count: number, mean: number): number {
  return poissonDensity(count, mean) * seriesSum((index) => mean / (count + index));
}

/** Probability that a Poisson count of this mean is smaller. */
function poissonBelow(count: number, mean: number): number {
  return poissonDensity(count - 1, mean) * seriesSum((index) => (count - index) / mean);
}

/** By Stirling's series, which for such counts needs two terms and, unlike a log-gamma function, cancels no digits. */
function poissonDensity(count: number, mean: number): number {
  const excess = (mean - count) / count;
  const correction = 1 / (12 * count) - 1 / (360 * count ** 3);
  return Math.exp(count * (Math.log1p(excess) - excess) - correction) / Math.sqrt(2 * Math.PI * count);
}

/** The sum of 1, the first factor, the product of the first two factors and so on, until a term no longer counts. */
function seriesSum(factor: (index: number) => number): number {
  let total = 1;
  let term = factor(1);
  for (let index = 2; term > total * 1e-17; index += 1) {
    total += term;
    term *= factor(index);
  }
  return total;
}
