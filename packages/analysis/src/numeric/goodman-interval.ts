import { scoreInterval } from './binomial-interval.ts';
import { chiSquareQuantile } from './distributions.ts';
import type { Interval } from './interval.ts';
import { requireCount, requireLevel } from './requirements.ts';

/**
 * Simultaneous intervals of the shares of a whole: together they hold at about the level. Each is the score interval
 * with the chi-square quantile (1 df) at one minus the rest of the level divided by the number of categories.
 *
 * R: `DescTools::MultinomCI(counts, conf.level = level, method = "goodman")`.
 *
 * @see Goodman, L. A. (1965). On simultaneous confidence intervals for multinomial proportions.
 * https://doi.org/10.1080/00401706.1965.10490252
 * @param counts - one count a category; they must not all be zero
 * @returns one interval a category, in the order of the counts
 * @throws RangeError where an argument is outside what it allows
 * @example
 * goodmanIntervals([5, 5], 0.95).map((interval) => interval.low); // [0.2108662706342409, 0.2108662706342409]
 */
export function goodmanIntervals(counts: readonly number[], level: number): Interval[] {
  counts.forEach((count, index) => requireCount(`counts[${index}]`, count));
  requireLevel(level);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) throw new RangeError('counts add up to 0; allowed are counts of which one is above zero.');
  const critical = chiSquareQuantile(1 - (1 - level) / counts.length, 1);
  return counts.map((count) => scoreInterval(count, total, critical));
}
