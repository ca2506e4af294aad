import { expect } from 'vitest';
import type { Collector, Reference } from './compare.ts';

/** Compares every case of a method with the value computed for it. */
export type CompareEach = <Case extends { readonly expected: Reference }>(
  method: string,
  list: readonly Case[],
  compute: (item: Case) => unknown,
) => void;

/** Compares through a collector, and sees to it that each method has enough cases. */
export function comparer(collector: Collector): CompareEach {
  return (method, list, compute) => {
    expect(list.length).toBeGreaterThanOrEqual(200);
    list.forEach((item, place) => collector.compare(`${method}[${place}]`, compute(item), item.expected));
  };
}
