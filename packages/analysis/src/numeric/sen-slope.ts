import { requireEqualLength, requireFinite } from './requirements.ts';

/**
 * Slope of a line as the median of the slopes between all pairs of points; pairs of equal x are left out.
 *
 * R: `i <- outer(seq_along(x), seq_along(x), "<"); median((outer(y, y, "-") / outer(x, x, "-"))[i & outer(x, x, "!=")])`.
 *
 * @see Sen, P. K. (1968). https://doi.org/10.1080/01621459.1968.10480934
 * @returns the slope, or null where no two points differ in x
 * @throws RangeError where the lists differ in length or hold a number that is not finite
 * @example
 * senSlope([2007, 2008, 2009], [1, 2, 9]); // 4
 */
export function senSlope(x: readonly number[], y: readonly number[]): number | null {
  requireEqualLength(x, y);
  requireFinite('x', x);
  requireFinite('y', y);
  const points = x.map((abscissa, index) => ({ x: abscissa, value: y[index] ?? 0 }));
  const slopes = points.flatMap((later, index) =>
    points
      .slice(0, index)
      .filter((earlier) => earlier.x !== later.x)
      .map((earlier) => (later.value - earlier.value) / (later.x - earlier.x)),
  );
  return median(slopes);
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((first, second) => first - second);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  // Adding zero turns minus zero, the slope of a falling x and an even y, into zero.
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2 + 0;
}
