import { clopperPearsonInterval } from './binomial-interval.ts';
import { bisect, firstNotAbove } from './bisection.ts';
import { normalTwoSided } from './distributions.ts';
import type { Interval } from './interval.ts';
import { requireCount, requireLevel } from './requirements.ts';

/** How many are yes and how many unknown, of how many. */
export interface PartlyKnown {
  readonly yes: number;
  readonly unknown: number;
  readonly trials: number;
  readonly level: number;
}

/**
 * Interval that holds a share at the level whatever the unknown values are: the ends of Clopper and Pearson for the share if
 * all were no, and if all were yes, at the critical value of Imbens and Manski. The truth can lie near one bound only, so
 * that each end leaves out less than a whole interval would on either side, but for few unknown values nearly as much.
 *
 * R: `C <- uniroot(function(C) pnorm(C + unknown / trials / s) - pnorm(-C) - level, c(0, 10))$root`, `s` the greater of the
 * standard errors of both shares; then `binom.test(..., conf.level = 1 - 2 * pnorm(-C))`.
 *
 * @see Imbens, G. W. & Manski, C. F. (2004). Confidence intervals for partially identified parameters.
 * https://doi.org/10.1111/j.1468-0262.2004.00555.x
 * @throws RangeError where an argument is outside what it allows
 * @example
 * boundedShareInterval({ yes: 0, unknown: 0, trials: 10, level: 0.95 }).high; // 0.3084971078187608
 */
export function boundedShareInterval({ yes, unknown, trials, level }: PartlyKnown): Interval {
  requireCount('unknown', unknown);
  requireLevel(level);
  const error = (successes: number): number => Math.sqrt((successes * (trials - successes)) / trials ** 3);
  const width = unknown === 0 ? 0 : unknown / trials / Math.max(error(yes), error(yes + unknown));
  const missed = (critical: number): number => (normalTwoSided(critical) + normalTwoSided(critical + width)) / 2;
  const excess = (critical: number): number => missed(critical) - (1 - level);
  const critical = excess(0) > 0 ? bisect(excess, 0, firstNotAbove(excess, 1)) : 0;
  const each = 1 - normalTwoSided(critical);
  if (each === 0) return { low: yes / trials, high: (yes + unknown) / trials };
  return {
    low: clopperPearsonInterval(yes, trials, each).low,
    high: clopperPearsonInterval(yes + unknown, trials, each).high,
  };
}
