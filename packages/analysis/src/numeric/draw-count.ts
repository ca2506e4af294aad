import { logFactorial } from './distributions.ts';
import type { Random } from './random.ts';

/** A distribution of counts with a single peak. */
export interface CountDistribution {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
  readonly variance: number;
  /** The likeliest count. */
  readonly mode: number;
  /** Logarithm of the probability of a count from the least to the most, but for a constant. */
  readonly logWeight: (count: number) => number;
  /** The constant, which only some draws need. */
  readonly logScale: () => number;
}

/** Up to this variance a search from the peak takes fewer steps than the other method takes work. */
const SEARCH_UP_TO = 25;

/** Constants of the ratio of uniforms: 2 sqrt(2 / e) and 3 - 2 sqrt(3 / e). */
const [STEEPNESS, MARGIN] = [2 * Math.sqrt(2 / Math.E), 3 - 2 * Math.sqrt(3 / Math.E)];

/**
 * Draws a count in a time that does not grow with it: by search from the peak outwards where the counts lie close
 * together, else by the ratio of uniforms.
 *
 * @see Stadlober, E. (1990). The ratio of uniforms approach for generating discrete random variates.
 * https://doi.org/10.1016/0377-0427(90)90349-5
 * @example
 * drawCount(binomial(10, 1), { next: () => 0.5, integer: () => 0 }); // 10
 */
export function drawCount(distribution: CountDistribution, random: Random): number {
  const { least, most, variance } = distribution;
  if (least === most) return least;
  return variance <= SEARCH_UP_TO ? searchFromPeak(distribution, random) : ratioOfUniforms(distribution, random);
}

/**
 * How many of some trials succeed.
 *
 * R: `dbinom(count, trials, probability, log = TRUE)` is `logWeight(count) + logScale()`.
 *
 * @example
 * binomial(10, 0.5).mode; // 5
 */
export function binomial(trials: number, probability: number): CountDistribution {
  if (probability === 0 || probability === 1) return certain(trials * probability);
  const gain = Math.log(probability) - Math.log1p(-probability);
  return {
    least: 0,
    most: trials,
    mean: trials * probability,
    variance: trials * probability * (1 - probability),
    mode: Math.min(trials, Math.floor((trials + 1) * probability)),
    logWeight: (count) => count * gain - logFactorial(count) - logFactorial(trials - count),
    logScale: () => logFactorial(trials) + trials * Math.log1p(-probability),
  };
}

/** So many of all things are marked, so many are drawn. */
export interface Urn {
  readonly marked: number;
  readonly drawn: number;
  readonly total: number;
}

/**
 * How many marked things are among those drawn without replacement.
 *
 * R: `dhyper(count, marked, total - marked, drawn, log = TRUE)` is `logWeight(count) + logScale()`.
 *
 * @example
 * hypergeometric({ marked: 5, drawn: 4, total: 10 }).mean; // 2
 */
export function hypergeometric({ marked, drawn, total }: Urn): CountDistribution {
  const opposite = total - marked - drawn;
  const [least, most] = [Math.max(0, -opposite), Math.min(marked, drawn)];
  if (least === most) return certain(least);
  const mean = (marked * drawn) / total;
  return {
    least,
    most,
    mean,
    variance: (mean * (total - marked) * (total - drawn)) / (total * (total - 1)),
    mode: Math.floor(((marked + 1) * (drawn + 1)) / (total + 2)),
    logWeight: (count) =>
      -logFactorial(count) -
      logFactorial(marked - count) -
      logFactorial(drawn - count) -
      logFactorial(opposite + count),
    logScale: () =>
      [marked, total - marked, drawn, total - drawn].reduce(
        (sum, margin) => sum + logFactorial(margin),
        -logFactorial(total),
      ),
  };
}

/**
 * How the draws spread over categories: each draw falls on a category with a probability in proportion to its weight.
 *
 * R: `rmultinom(1, draws, weights)`.
 *
 * @param weights - whole numbers of zero or more, not all zero
 * @example
 * drawMultinomial([3, 0], 5, { next: () => 0.5, integer: () => 0 }); // [5, 0]
 */
export function drawMultinomial(weights: readonly number[], draws: number, random: Random): number[] {
  let [left, open] = [draws, weights.reduce((sum, weight) => sum + weight, 0)];
  return weights.map((weight) => {
    const count = drawCount(binomial(left, weight === 0 ? 0 : weight / open), random);
    left -= count;
    open -= weight;
    return count;
  });
}

function certain(count: number): CountDistribution {
  return { least: count, most: count, mean: count, variance: 0, mode: count, logWeight: () => 0, logScale: () => 0 };
}

/** Adds up probabilities from the peak outwards, up and down by turns, until they reach a random number. */
function searchFromPeak({ least, most, mode, logWeight, logScale }: CountDistribution, random: Random): number {
  const drawn = random.next();
  const scale = logScale();
  let sum = Math.exp(logWeight(mode) + scale);
  for (let [up, down] = [mode + 1, mode - 1]; sum <= drawn && (up <= most || down >= least); up += 1, down -= 1) {
    if (up <= most) {
      sum += Math.exp(logWeight(up) + scale);
      if (sum > drawn) return up;
    }
    if (down >= least) {
      sum += Math.exp(logWeight(down) + scale);
      if (sum > drawn) return down;
    }
  }
  // Reached at once, or never, because rounding left the whole sum just below the number.
  return mode;
}

/** Draws points of a rectangle until one lies in the region whose points have counts of this distribution for slopes. */
function ratioOfUniforms({ least, most, mean, variance, mode, logWeight }: CountDistribution, random: Random): number {
  const width = STEEPNESS * Math.sqrt(variance + 0.5) + MARGIN;
  const highest = logWeight(mode);
  for (;;) {
    const height = 1 - random.next();
    const count = Math.floor(mean + 0.5 + (width * (random.next() - 0.5)) / height);
    if (count >= least && count <= most && 2 * Math.log(height) <= logWeight(count) - highest) return count;
  }
}
