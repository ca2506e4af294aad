import { permutationP, type PermutationOptions } from './permutation.ts';
import { requireCounts, requireEqualLength, requireFinite } from './requirements.ts';

/**
 * Permutation test of a log-linear trend: how often counts in random order of the years lie as far from a level line. The
 * statistic is the sum of the counts times the distance of their years from the middle, of which the slope of the Poisson
 * regression is a rising function; so it is the test of that slope, and holds for counts that vary more than Poisson counts.
 *
 * R: `statistic <- function(counts) abs(sum((years - mean(years)) * counts))`, arranged by `sample(counts)`.
 *
 * @see Phipson, B. & Smyth, G. K. (2010). Permutation p-values should never be zero. https://doi.org/10.2202/1544-6115.1585
 * @param years - one year a count
 * @throws RangeError where an argument is outside what it allows
 * @example
 * slopeTest([2007, 2008, 2009], [2, 2, 2], { seed: 1, permutations: 99 }); // 1
 */
export function slopeTest(years: readonly number[], counts: readonly number[], options: PermutationOptions): number {
  requireEqualLength(years, counts);
  requireFinite('years', years);
  requireCounts('counts', counts);
  const total = years.reduce((sum, year) => sum + year, 0);
  // Times the number of years, so that everything is whole and equal sums are equal.
  const distances = years.map((year) => year * years.length - total);
  return permutationP(
    counts,
    (arrangement) => {
      let sum = 0;
      for (let index = 0; index < distances.length; index += 1) {
        sum += (distances[index] ?? 0) * (arrangement[index] ?? 0);
      }
      return Math.abs(sum);
    },
    options,
  );
}
