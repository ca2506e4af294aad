import { normalCritical } from './distributions.ts';
import type { Interval } from './interval.ts';
import { scoreVariance, tieSizes } from './mann-kendall.ts';
import { requireEqualLength, requireFinite, requireLevel } from './requirements.ts';

/** The median of the slopes between all pairs of points, and its interval; an end without bound is infinite. */
export interface SenSlope {
  readonly slope: number;
  readonly interval: Interval;
}

/**
 * Slope of a line as the median of the slopes between all pairs of points; pairs of equal x are left out. The interval
 * lies between the slopes as far from the median in rank as Kendall's score varies without a trend, ties allowed for.
 *
 * R: `i <- outer(seq_along(x), seq_along(x), "<"); s <- sort((outer(y, y, "-") / outer(x, x, "-"))[i & outer(x, x, "!=")])`,
 * `median(s)`; with the variance `v` of Kendall's score and `c <- qnorm(p) * sqrt(v)`, `s[floor((length(s) - c) / 2)]` and
 * `s[ceiling((length(s) + c) / 2) + 1]`.
 *
 * @see Sen, P. K. (1968). https://doi.org/10.1080/01621459.1968.10480934
 * @param x - each its own for the interval, as years are
 * @returns null where no two points differ in x
 * @throws RangeError where the lists differ in length or hold a number that is not finite, or the level is none
 * @example
 * senSlope([2007, 2008, 2009], [1, 2, 9], 0.95); // { slope: 4, interval: { low: -Infinity, high: Infinity } }
 */
export function senSlope(x: readonly number[], y: readonly number[], level: number): SenSlope | null {
  requireEqualLength(x, y);
  requireFinite('x', x);
  requireFinite('y', y);
  requireLevel(level);
  const points = x.map((abscissa, index) => ({ x: abscissa, value: y[index] ?? 0 }));
  const slopes = points
    .flatMap((later, index) =>
      points
        .slice(0, index)
        .filter((earlier) => earlier.x !== later.x)
        // Adding zero turns minus zero, the slope of a falling x and an even y, into zero.
        .map((earlier) => (later.value - earlier.value) / (later.x - earlier.x) + 0),
    )
    .sort((first, second) => first - second);
  const upper = slopes[Math.floor(slopes.length / 2)];
  const lower = slopes[Math.floor((slopes.length - 1) / 2)];
  if (upper === undefined || lower === undefined) return null;
  const spread = normalCritical(level) * Math.sqrt(scoreVariance(y.length, tieSizes(y)));
  return {
    slope: (lower + upper) / 2,
    interval: {
      low: slopes[Math.floor((slopes.length - spread) / 2) - 1] ?? -Infinity,
      high: slopes[Math.ceil((slopes.length + spread) / 2)] ?? Infinity,
    },
  };
}
