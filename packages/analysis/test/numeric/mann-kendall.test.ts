import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangementCount, inversionCounts } from '../../src/numeric/inversions.ts';
import { mannKendall, seededP } from '../../src/numeric/mann-kendall.ts';
import { compareNumbers } from '../reference/compare.ts';
import { holds, notCounts } from './seeded.ts';

const options = { seed: 20221124, permutations: 999 };
const values = fc.array(fc.oneof(fc.nat(4), fc.integer({ min: -1000, max: 1000 })), { maxLength: 30 });

describe('mannKendall', () => {
  it('turns its sign, and nothing else, when the values are turned around', () => {
    holds(
      fc.property(values, (list) => {
        const seen = mannKendall(list, options);
        const turned = mannKendall(list.toReversed(), options);
        expect(turned).toEqual({
          ...seen,
          s: 0 - seen.s,
          z: 0 - seen.z,
          tau_b: seen.tau_b === null ? null : 0 - seen.tau_b,
        });
      }),
    );
  });

  it('knows only which value is larger', () => {
    holds(
      fc.property(values, (list) => {
        const stretched = list.map((value) => value ** 3 + 7);
        expect(mannKendall(stretched, options)).toEqual(mannKendall(list, options));
      }),
    );
  });

  it('stays within its bounds', () => {
    holds(
      fc.property(values, (list) => {
        const { s, tau_b, p_normal, p_permutation } = mannKendall(list, options);
        expect(Math.abs(s)).toBeLessThanOrEqual((list.length * (list.length - 1)) / 2);
        expect(Math.abs(tau_b ?? 0)).toBeLessThanOrEqual(1);
        for (const p of [p_normal, p_permutation]) {
          expect(p).toBeGreaterThan(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('answers lists that cannot have a trend', () => {
    for (const list of [[], [5], [3, 3, 3]]) {
      expect(mannKendall(list, options)).toEqual({
        s: 0,
        tau_b: null,
        variance: 0,
        z: 0,
        p_normal: 1,
        p_permutation: 1,
        permutation: 'exact',
        permutations: 1,
      });
    }
  });

  it('counts every arrangement up to 100 values and draws them beyond', () => {
    const rising = Array.from({ length: 101 }, (_, place) => place);
    const exact = mannKendall(rising.slice(0, 100), options);
    expect(exact.permutation).toBe('exact');
    expect(compareNumbers(exact.p_permutation, 2 / exact.permutations)).toBeLessThan(1e-12);
    expect(mannKendall(rising, options)).toMatchObject({
      permutation: 'seeded',
      permutations: 999,
      p_permutation: 1 / 1000,
    });
  });

  it('draws the same from the same seed, and near the exact share', () => {
    const list = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8];
    const { p_permutation } = mannKendall(list, options);
    const drawn = seededP(list, { seed: 7, permutations: 19_999 });
    expect(seededP(list, { seed: 7, permutations: 19_999 })).toEqual(drawn);
    expect(seededP(list, { seed: 8, permutations: 19_999 })).not.toEqual(drawn);
    const error = Math.sqrt((p_permutation * (1 - p_permutation)) / 20_000);
    expect(Math.abs(drawn.p_permutation - p_permutation)).toBeLessThan(4 * error);
  });

  it.each([NaN, Infinity])('refuses the value %s', (value) => {
    expect(() => mannKendall([1, value], options)).toThrow(
      new RangeError(`values[1] is ${value}; allowed is a finite number.`),
    );
  });

  it.each([0, ...notCounts])('refuses %s permutations', (value) => {
    expect(() => mannKendall([1, 2], { seed: 1, permutations: value })).toThrow(
      new RangeError(`permutations is ${value}; allowed is a whole number of one or more.`),
    );
  });

  it.each([-1, 0.5, 2 ** 32, NaN])('refuses the seed %s, though few values need none', (value) => {
    expect(() => mannKendall([1, 2], { seed: value, permutations: 9 })).toThrow(
      new RangeError(`seed is ${value}; allowed is a whole number from 0 to 4294967295.`),
    );
  });
});

describe('inversionCounts', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 6 });

  it('add up to all arrangements, and are the same from both ends', () => {
    holds(
      fc.property(sizes, (groups) => {
        const total = groups.reduce((sum, size) => sum + size, 0);
        const most = (total ** 2 - groups.reduce((sum, size) => sum + size ** 2, 0)) / 2;
        const counts = inversionCounts(groups, most);
        expect(counts.reduce((sum, count) => sum + count, 0n)).toBe(arrangementCount(groups));
        expect(counts.toReversed()).toEqual(counts);
      }),
    );
  });

  it('are those of going through the arrangements of 1, 1, 2, 3', () => {
    // 1123 has none; 1132 and 1213 one; 1231, 1312 and 2113 two; and so on to 3211 with five.
    expect(inversionCounts([2, 1, 1], 5)).toEqual([1n, 2n, 3n, 3n, 2n, 1n]);
    expect(arrangementCount([2, 1, 1])).toBe(12n);
  });
});
