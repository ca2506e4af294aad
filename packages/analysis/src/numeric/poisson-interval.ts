import { gammaQuantile } from './gamma-quantile.ts';
import type { Interval } from './interval.ts';
import { requireCount, requireLevel, requirePositive } from './requirements.ts';

export type { Interval } from './interval.ts';

/**
 * Central exact interval of a Poisson rate: each tail holds at most half of what the level leaves.
 *
 * R: `poisson.test(count, T = exposure, conf.level = level)$conf.int`.
 *
 * @see Garwood, F. (1936). Fiducial limits for the Poisson distribution. https://doi.org/10.1093/biomet/28.3-4.437
 * @param count - events seen
 * @param exposure - what they were seen in, such as years
 * @param level - coverage, between 0 and 1
 * @returns the interval of events per unit of exposure
 * @throws RangeError where an argument is outside what it allows
 * @example
 * poissonInterval(0, 1, 0.95); // { low: 0, high: 3.6888794541139363 }
 */
export function poissonInterval(count: number, exposure: number, level: number): Interval {
  requireCount('count', count);
  requirePositive('exposure', exposure);
  requireLevel(level);
  return rateInterval(count, exposure, level);
}

/** The same for a count that need not be whole. */
export function rateInterval(count: number, exposure: number, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(tail, count) / exposure,
    high: gammaQuantile(1 - tail, count + 1) / exposure,
  };
}
