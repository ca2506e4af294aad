import type { ValueCount } from '../results/records.ts';
import { count, map, type Plan } from '../query/plan.ts';
import type { Key, Scalar, Where } from '../query/query.ts';

/** How many records have each value. */
export type Counted<Value = Scalar> = ReadonlyMap<Value, number>;

/** How many records have each pair of values. */
export interface Pair<First = Scalar, Second = Scalar> {
  readonly first: First;
  readonly second: Second;
  readonly count: number;
}

/** How many records of a table meet a condition. */
export function countRecords(table: string, where: Where): Plan<number> {
  return map(count({ table, where, by: {} }), ([cell]) => cell?.count ?? 0);
}

/** How many records of a table that meet a condition have each value of a key; null stands for those that have none. */
export function tally<Value extends Scalar = Scalar>(table: string, where: Where, key: Key): Plan<Counted<Value>> {
  return map(
    count({ table, where, by: { key } }),
    (cells) => new Map(cells.map(({ by, count }) => [by.key as Value, count])),
  );
}

/** How many records of a table that meet a condition have each pair of values of two keys. */
export function tallyPairs<First extends Scalar = Scalar, Second extends Scalar = Scalar>(
  { table, where }: { readonly table: string; readonly where: Where },
  first: Key,
  second: Key,
): Plan<readonly Pair<First, Second>[]> {
  return map(count({ table, where, by: { first, second } }), (cells) =>
    cells.map(({ by, count }) => ({ first: by.first as First, second: by.second as Second, count })),
  );
}

/** Adds up the counts of equal values. */
export function addUp<Value>(counts: Iterable<readonly [value: Value, count: number]>): Counted<Value> {
  const sums = new Map<Value, number>();
  for (const [value, count] of counts) sums.set(value, (sums.get(value) ?? 0) + count);
  return sums;
}

/** The most frequent value first, equally frequent ones by code unit, unknown last. */
export function frequentFirst(counts: Counted<string | null>): ValueCount[] {
  const rows = [...counts].map(([value, count]) => ({ value, count }));
  return rows.sort((a, b) => {
    if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
    return b.count - a.count || (a.value < b.value ? -1 : 1);
  });
}

/** The sum of counts. */
export function total(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/** The items of a list that a key gave as text. */
export function itemsOf(list: string): readonly string[] {
  return JSON.parse(list) as string[];
}
