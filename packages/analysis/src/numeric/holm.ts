import { requireFinite } from './requirements.ts';

/**
 * p values of several tests, adjusted so that the chance of any false rejection among them is at most the level that each
 * is held against.
 *
 * R: `p.adjust(p_values, "holm")`.
 *
 * @see Holm, S. (1979). A simple sequentially rejective multiple test procedure. https://doi.org/10.2307/4615733
 * @returns one adjusted p value a test, in the same order
 * @throws RangeError where a p value is not finite
 * @example
 * holmAdjusted([0.0625, 0.25, 0.5]); // [0.1875, 0.5, 0.5]
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  requireFinite('pValues', pValues);
  const order = pValues.map((p, index) => ({ p, index })).sort((first, second) => first.p - second.p);
  const adjusted = pValues.map(() => 1);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[index] = largest;
  });
  return adjusted;
}
