import { bisect } from './bisection.ts';
import { normalCritical, normalQuantile } from './distributions.ts';
import { varianceInflation, type Dispersion } from './overdispersion.ts';
import { logShares } from './poisson-regression.ts';
import { requireFinite, requireLevel } from './requirements.ts';

/** How many events lie in which years, how they vary, and what is asked of a trend. */
export interface GrowthDesign {
  readonly years: readonly number[];
  readonly total: number;
  readonly dispersion: Dispersion | null;
  readonly level: number;
  /** Probability that the growth shows. */
  readonly power: number;
}

/** Growth is looked for in steps of this size of the slope, up to the last; beyond it nearly all events lie in one year. */
const [STEP, LAST] = [0.01, 5];

/**
 * The smallest yearly rate ratio above 1 that so many events would have shown: at which the interval of the log-linear trend
 * lies above 1 with a probability. The variance is that of the trend itself, since growth gathers the events in few years.
 *
 * R: the smallest root of `b - (qnorm(q) * sqrt(f) + qnorm(power) * sqrt(phi)) / sqrt(total * v(b))`, `v(b)` the variance of the years
 * weighted by `exp(b * years)`, `phi` the dispersion where it is above 1, else 1, and `f` its inflation.
 *
 * @see Signorini, D. F. (1991). Sample size for Poisson regression. https://doi.org/10.1093/biomet/78.2.446
 * @returns null where no growth would have shown so often, because the events are too few
 * @throws RangeError where an argument is outside what it allows
 * @example
 * detectableGrowth({ years: [1, 2, 3], total: 2, dispersion: null, level: 0.95, power: 0.8 }); // null
 */
export function detectableGrowth({ years, total, dispersion, level, power }: GrowthDesign): number | null {
  requireFinite('years', years);
  requireLevel(level);
  const spread = Math.sqrt(Math.max(1, dispersion?.estimate ?? 1));
  const needed =
    normalCritical(level) * Math.sqrt(varianceInflation(dispersion, level)) + normalQuantile(power) * spread;
  const first = Math.min(...years);
  const distances = years.map((year) => year - first);
  const lacking = (slope: number): number => needed - slope * Math.sqrt(total * varianceAt(distances, slope));
  for (let slope = STEP; slope <= LAST; slope += STEP) {
    if (lacking(slope) <= 0) return Math.exp(bisect(lacking, slope - STEP, slope));
  }
  return null;
}

function varianceAt(distances: readonly number[], slope: number): number {
  const shares = logShares(distances, slope).map((share) => Math.exp(share));
  const mean = distances.reduce((sum, distance, index) => sum + distance * (shares[index] ?? 0), 0);
  return distances.reduce((sum, distance, index) => sum + (distance - mean) ** 2 * (shares[index] ?? 0), 0);
}
