import fc from 'fast-check';
import { createRandom, shuffle } from '../../src/numeric/random.ts';

/** A table of few rows and columns with small counts. */
export const smallTable = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.nat(4), { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  );

/** The table with its rows and its columns in another order. */
export function inAnyOrder(table: readonly (readonly number[])[], seed: number): number[][] {
  const random = createRandom(seed);
  const rows = table.map((_, place) => place);
  const columns = (table[0] ?? []).map((_, place) => place);
  shuffle(rows, random);
  shuffle(columns, random);
  return rows.map((row) => columns.map((column) => table[row]?.[column] ?? 0));
}
