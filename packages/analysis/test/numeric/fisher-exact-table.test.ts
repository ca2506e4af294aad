import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact2x2, fisherExactTable } from '../../src/numeric/fisher-exact.ts';
import { compareNumbers } from '../reference/compare.ts';
import { holds, notCounts } from './seeded.ts';
import { inAnyOrder, smallTable } from './tables.ts';

const draws = { seed: 20221124, tables: 499 };
const large = [
  [1, 2, 1, 0],
  [3, 3, 6, 1],
  [10, 10, 14, 9],
  [6, 7, 12, 11],
];

describe('fisherExactTable', () => {
  it('has for two rows and two columns the p value of the test of such a table', () => {
    holds(
      fc.property(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)), ([a, b, c, d]) => {
        const table = [
          [a, b],
          [c, d],
        ];
        const { p_value, method } = fisherExactTable(table, draws);
        expect(method).toBe('exact');
        expect(compareNumbers(p_value, fisherExact2x2(table, 0.95).p_value)).toBeLessThan(1e-9);
      }),
    );
  });

  it('knows no order of rows and columns, nor empty ones, nor which are rows', () => {
    holds(
      fc.property(smallTable, fc.nat(), (table, seed) => {
        const seen = fisherExactTable(table, draws);
        const moved = fisherExactTable(inAnyOrder(table, seed), draws);
        const across = fisherExactTable(
          (table[0] ?? []).map((_, place) => table.map((row) => row[place] ?? 0)),
          draws,
        );
        const padded = fisherExactTable(
          [...table.map((row) => [0, ...row]), (table[0] ?? []).map(() => 0).concat(0)],
          draws,
        );
        for (const other of [moved, across, padded]) {
          expect(other).toMatchObject({ method: seen.method, tables: seen.tables });
          expect(compareNumbers(other.p_value, seen.p_value)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('draws the same from the same seed, whatever the order of rows and columns', () => {
    const seen = fisherExactTable(large, draws);
    expect(seen).toEqual({ p_value: 0.758, method: 'monte-carlo', tables: 499 });
    expect(fisherExactTable(inAnyOrder(large, 5), draws)).toEqual(seen);
    expect(fisherExactTable(large, { ...draws, seed: 8 })).not.toEqual(seen);
  });

  it('answers tables without rows, without columns, and without counts', () => {
    for (const table of [
      [],
      [[], []],
      [
        [0, 0],
        [0, 0],
      ],
    ]) {
      expect(fisherExactTable(table, draws)).toEqual({ p_value: 1, method: 'exact', tables: 1 });
    }
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    expect(() =>
      fisherExactTable(
        [
          [1, 2],
          [3, value],
        ],
        draws,
      ),
    ).toThrow(new RangeError(`table[1][1] is ${value}; allowed is a whole number of zero or more.`));
  });

  it('refuses rows of different lengths, no tables to draw, and a seed that is none', () => {
    expect(() => fisherExactTable([[1, 2], [3]], draws)).toThrow(
      new RangeError('table[1] has 1 cells; allowed are as many as in table[0], 2.'),
    );
    expect(() => fisherExactTable(large, { ...draws, tables: 0 })).toThrow(
      new RangeError('tables is 0; allowed is a whole number of one or more.'),
    );
    expect(() => fisherExactTable(large, { ...draws, seed: -1 })).toThrow(RangeError);
  });
});
