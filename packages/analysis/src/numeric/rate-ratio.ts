import { oddsInterval } from './binomial-interval.ts';
import { firstTrue } from './bisection.ts';
import { binomialAtLeast, binomialAtMost, binomialLogDensity, type Binomial } from './distributions.ts';
import { requireCount, requireLevel, requirePositive } from './requirements.ts';

/** Two Poisson counts, what each was seen in, and the coverage of the interval of their ratio. */
export interface TwoCounts {
  readonly count_a: number;
  readonly exposure_a: number;
  readonly count_b: number;
  readonly exposure_b: number;
  readonly level: number;
}

/** Rate of a divided by rate of b. */
export interface RateRatio {
  /** Infinity where only b has no events; null where neither has, because nothing is known of the ratio. */
  readonly estimate: number | null;
  readonly low: number;
  readonly high: number;
  readonly p_value: number;
}

/** Probabilities this close together count as equal, as they do in R: rounding must not decide what is as unlikely. */
const EQUAL_WITHIN = 1 + 1e-7;

/**
 * Ratio of two Poisson rates, given their total: an exact binomial test of its being 1, and the exact interval. The
 * two-sided p value adds up all splits that are no more likely than the one seen.
 *
 * R: `poisson.test(c(count_a, count_b), c(exposure_a, exposure_b), conf.level = level)`.
 *
 * @see Przyborowski, J. & Wilenski, H. (1940). https://doi.org/10.1093/biomet/31.3-4.313
 * @throws RangeError where an argument is outside what it allows
 * @example
 * conditionalRateRatio({ count_a: 12, exposure_a: 7, count_b: 4, exposure_b: 7, level: 0.95 }).estimate; // 3
 */
export function conditionalRateRatio({ count_a, exposure_a, count_b, exposure_b, level }: TwoCounts): RateRatio {
  requireCount('count_a', count_a);
  requirePositive('exposure_a', exposure_a);
  requireCount('count_b', count_b);
  requirePositive('exposure_b', exposure_b);
  requireLevel(level);
  const trials = count_a + count_b;
  if (trials === 0) return { estimate: null, low: 0, high: Infinity, p_value: 1 };
  const exposure = exposure_b / exposure_a;
  const odds = oddsInterval(count_a, count_b, level);
  return {
    estimate: (count_a / count_b) * exposure,
    low: odds.low * exposure,
    high: odds.high * exposure,
    p_value: splitProbability(count_a, { trials, probability: exposure_a / (exposure_a + exposure_b) }),
  };
}

function splitProbability(seen: number, split: Binomial): number {
  const mean = split.trials * split.probability;
  if (seen === mean) return 1;
  const bound = binomialLogDensity(seen, split) + Math.log(EQUAL_WITHIN);
  const isAsUnlikely = (successes: number): boolean => binomialLogDensity(successes, split) <= bound;
  if (seen < mean) {
    const far = firstTrue((successes) => isAsUnlikely(successes), Math.ceil(mean), split.trials + 1);
    return Math.min(1, binomialAtMost(seen, split) + binomialAtLeast(far, split));
  }
  const near = firstTrue((successes) => !isAsUnlikely(successes), 0, Math.floor(mean) + 1);
  return Math.min(1, binomialAtMost(near - 1, split) + binomialAtLeast(seen, split));
}
