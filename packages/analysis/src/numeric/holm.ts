import { requireFinite } from './requirements.ts';

/**
 * p values of several tests, adjusted so that the chance of any false rejection among them is at most the level that each
 * is held against.
 *
 * R: `p.adjust(p_values, "holm")`. Null, as NA there, is what was not tested: it stays, and does not count.
 *
 * @see Holm, S. (1979). A simple sequentially rejective multiple test procedure. https://doi.org/10.2307/4615733
 * @returns one adjusted p value a test, in the same order
 * @throws RangeError where a p value is not finite
 * @example
 * holmAdjusted([0.0625, 0.25, 0.5]); // [0.1875, 0.5, 0.5]
 */
export function holmAdjusted<P extends number | null>(pValues: readonly P[]): P[] {
  requireFinite(
    'pValues',
    pValues.map((p) => p ?? 0),
  );
  const order = pValues
    .flatMap((p, index) => (p === null ? [] : [{ p, index }]))
    .sort((first, second) => first.p - second.p);
  const adjusted = [...pValues];
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (order.length - rank)));
    adjusted[index] = largest as P;
  });
  return adjusted;
}
