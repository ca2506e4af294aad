import quantileOfChiSquare from '@stdlib/stats-base-dists-chisquare-quantile';
import { bisect, firstNotAbove } from './bisection.ts';

/** Well below quantiles of 1000, from which on those of `@stdlib` are off by up to one part in the shape. */
const LARGE_SHAPE = 500;

/**
 * Quantile of the gamma distribution with rate 1 and a whole shape. R: `qgamma(probability, shape)`.
 *
 * For a large shape it is the mean at which a Poisson count reaches the shape with the probability asked for.
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (shape < LARGE_SHAPE) return quantileOfChiSquare(probability, 2 * shape) / 2;
  // Both tails, each taken where it is the smaller one, so that no digits of it are lost.
  const fall =
    probability < 0.5
      ? (mean: number) => probability - poissonAtLeast(shape, mean)
      : (mean: number) => poissonBelow(shape, mean) - (1 - probability);
  const step = Math.sqrt(shape);
  if (fall(shape) > 0) return bisect(fall, shape, shape + firstNotAbove((move) => fall(shape + move), step));
  return bisect(fall, shape - firstNotAbove((move) => -fall(shape - move), step), shape);
}

/** Probability that a Poisson count of this mean is at least so large. */
function poissonAtLeast(count: number, mean: number): number {
  return poissonDensity(count, mean) * seriesSum((place) => mean / (count + place));
}

/** Probability that a Poisson count of this mean is smaller. */
function poissonBelow(count: number, mean: number): number {
  return poissonDensity(count - 1, mean) * seriesSum((place) => (count - place) / mean);
}

/** By Stirling's series, which for such counts needs two terms and, unlike a log-gamma function, cancels no digits. */
function poissonDensity(count: number, mean: number): number {
  const excess = (mean - count) / count;
  const correction = 1 / (12 * count) - 1 / (360 * count ** 3);
  return Math.exp(count * (Math.log1p(excess) - excess) - correction) / Math.sqrt(2 * Math.PI * count);
}

/** The sum of 1, the first factor, the product of the first two factors and so on, until a term no longer counts. */
function seriesSum(factor: (place: number) => number): number {
  let total = 1;
  let term = factor(1);
  for (let place = 2; term > total * 1e-17; place += 1) {
    total += term;
    term *= factor(place);
  }
  return total;
}
