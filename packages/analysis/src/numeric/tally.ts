import { requireFinite } from './requirements.ts';

/** Different numbers in rising order, and how often each occurs. */
export type Tally = readonly { readonly value: number; readonly count: number }[];

/**
 * Counts how often each number occurs.
 *
 * R: `table(values)`.
 *
 * @throws RangeError where a value is not finite
 * @example
 * tallyOf([5, 1, 5]); // [{ value: 1, count: 1 }, { value: 5, count: 2 }]
 */
export function tallyOf(values: readonly number[]): Tally {
  requireFinite('values', values);
  return tallyCounts(values.map((value) => ({ value, count: 1 })));
}

/** Brings counted numbers into rising order, equal ones together. */
export function tallyCounts(counts: Iterable<{ readonly value: number; readonly count: number }>): Tally {
  const found = new Map<number, number>();
  for (const { value, count } of counts) found.set(value, (found.get(value) ?? 0) + count);
  return Array.from(found, ([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/**
 * How many numbers were counted.
 *
 * @example
 * sizeOf([{ value: 5, count: 2 }]); // 2
 */
export function sizeOf(tally: Tally): number {
  return tally.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The number at an index of the rising order, from 0; undefined outside it.
 *
 * @example
 * valueAt([{ value: 1, count: 2 }, { value: 5, count: 1 }], 2); // 5
 */
export function valueAt(tally: Tally, index: number): number | undefined {
  if (index < 0) return undefined;
  let before = 0;
  return tally.find(({ count }) => (before += count) > index)?.value;
}
