import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTest, cramersV } from '../../src/numeric/chi-square-test.ts';
import { chiSquareUpperTail } from '../../src/numeric/distributions.ts';
import { compareNumbers } from '../reference/compare.ts';
import { holds, notCounts } from './seeded.ts';
import { inAnyOrder, smallTable } from './tables.ts';

describe('chiSquareTest', () => {
  it('knows no order of rows and columns', () => {
    holds(
      fc.property(smallTable, fc.nat(), (table, seed) => {
        const seen = chiSquareTest(table);
        const moved = chiSquareTest(inAnyOrder(table, seed));
        expect(moved === null).toBe(seen === null);
        if (!seen || !moved) return;
        expect(moved.df).toBe(seen.df);
        expect(Math.abs(moved.statistic - seen.statistic)).toBeLessThan(1e-12);
        expect(Math.abs(moved.p_value - seen.p_value)).toBeLessThan(1e-12);
      }),
    );
  });

  it('expects counts that add up to those of the row', () => {
    holds(
      fc.property(smallTable, (table) => {
        const test = chiSquareTest(table);
        table.forEach((row, place) => {
          const total = row.reduce((sum, count) => sum + count, 0);
          if (test) expect(test.expected[place]?.reduce((sum, mean) => sum + mean, 0)).toBeCloseTo(total, 12);
        });
      }),
    );
  });

  it('has for two rows and two columns the statistic as the square of every residual', () => {
    holds(
      fc.property(fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)), ([a, b, c, d]) => {
        const test = chiSquareTest([
          [a, b],
          [c, d],
        ]);
        for (const residual of test?.adjusted_residuals.flat() ?? []) {
          expect(Math.abs(residual ** 2 - (test?.statistic ?? 0))).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('leaves empty rows and columns out of the test', () => {
    const seen = chiSquareTest([
      [10, 20],
      [20, 10],
    ]);
    const padded = chiSquareTest([
      [10, 0, 20],
      [0, 0, 0],
      [20, 0, 10],
    ]);
    expect(padded).toMatchObject({ statistic: seen?.statistic, df: 1, p_value: seen?.p_value });
    expect(padded?.adjusted_residuals[1]).toEqual([0, 0, 0]);
    expect(padded?.expected[1]).toEqual([0, 0, 0]);
  });

  it.each([
    [[]],
    [[[]]],
    [[[5]]],
    [[[1, 2, 3]]],
    [
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      [
        [1, 2],
        [0, 0],
      ],
    ],
    [
      [
        [0, 1],
        [0, 3],
      ],
    ],
  ])('is null for %j, where nothing can depend on anything', (table) => {
    expect(chiSquareTest(table)).toBeNull();
    expect(cramersV(table)).toBeNull();
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    expect(() =>
      chiSquareTest([
        [1, 2],
        [value, 4],
      ]),
    ).toThrow(new RangeError(`table[1][0] is ${value}; allowed is a whole number of zero or more.`));
  });
});

describe('cramersV', () => {
  it('lies between 0 and 1, the corrected one not above the plain one', () => {
    holds(
      fc.property(smallTable, (table) => {
        const strength = cramersV(table);
        if (!strength) return;
        expect(strength.v).toBeLessThanOrEqual(1);
        expect(strength.corrected).toBeGreaterThanOrEqual(0);
        expect(strength.corrected).toBeLessThanOrEqual(strength.v * (1 + 1e-12));
      }),
    );
  });

  it('is 1 where the row says the column, and 0 where it says nothing', () => {
    const perfect = cramersV([
      [5, 0],
      [0, 7],
    ]);
    expect(perfect?.v).toBeCloseTo(1, 12);
    expect(perfect?.corrected).toBeCloseTo(1, 12);
    expect(
      cramersV([
        [5, 10],
        [10, 20],
      ]),
    ).toEqual({ v: 0, corrected: 0 });
  });

  it('is corrected to 0 where every individual is of a kind of its own', () => {
    expect(
      cramersV([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    ).toEqual({ v: 1, corrected: 0 });
  });
});

describe('chiSquareUpperTail', () => {
  // R 4.2.2: sprintf('%.17g', pchisq(x, df, lower.tail = FALSE)).
  it.each([
    [0, 3, 1],
    [700, 11, 5.3949134663193058e-143],
    [3.84, 1, 0.050043521248705224],
    [1e-9, 2, 0.99999999949999996],
  ])('of %s with %s degrees of freedom is %s', (x, df, expected) => {
    expect(compareNumbers(chiSquareUpperTail(x, df), expected)).toBeLessThan(1e-12);
  });

  it('rises with the degrees of freedom', () => {
    holds(
      fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), fc.integer({ min: 1, max: 60 }), (x, df) => {
        expect(chiSquareUpperTail(x, df + 1)).toBeGreaterThan(chiSquareUpperTail(x, df) * (1 - 1e-14));
      }),
    );
  });
});
