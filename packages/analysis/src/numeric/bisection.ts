/**
 * The point where a function that falls from above zero to below zero crosses it, to the last digit that floating point
 * holds. Bisection, because it cannot leave the bracket, and the functions here cost next to nothing.
 *
 * @param from - a point where the function is above zero; it may lie on either side of `to`
 * @param to - a point where the function is below zero
 */
export function bisect(fall: (x: number) => number, from: number, to: number): number {
  let above = from;
  let below = to;
  for (;;) {
    const middle = above + (below - above) / 2;
    if (middle === above || middle === below) return middle;
    if (fall(middle) > 0) above = middle;
    else below = middle;
  }
}

/**
 * The first of `step`, `2 * step`, `4 * step` ... at which a falling function is not above zero.
 *
 * @param step - where to begin, above or below zero
 */
export function firstNotAbove(fall: (x: number) => number, step: number): number {
  let point = step;
  while (fall(point) > 0) point *= 2;
  return point;
}

/** The first whole number from `from` on for which a property that never ceases holds, or `end` where none before it does. */
export function firstTrue(holds: (value: number) => boolean, from: number, end: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
