import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/numeric/random.ts';
import { permutationP } from '../../src/numeric/permutation.ts';
import { slopeTest } from '../../src/numeric/slope-test.ts';
import { overdispersedCount } from '../../src/numeric/draw-overdispersed.ts';

/** Every order of a list. */
function orders(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, index) => orders(values.toSpliced(index, 1)).map((rest) => [value, ...rest]));
}

const years = [2007, 2008, 2009, 2010, 2011, 2012];

describe('slopeTest', () => {
  it.each([[[0, 1, 1, 3, 2, 6]], [[5, 0, 0, 1, 0, 4]], [[9, 4, 3, 3, 1, 0]]])(
    'draws a p value of %j within five standard errors of that of all orders',
    (counts) => {
      const score = (order: readonly number[]) =>
        Math.abs(order.reduce((sum, count, index) => sum + count * (2 * index - 5), 0));
      const all = orders(counts).map(score);
      const exact = all.filter((one) => one >= score(counts)).length / all.length;
      const p = slopeTest(years, counts, { seed: 20221124, permutations: 9999 });
      expect(Math.abs(p - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 9999) + 2e-4);
    },
  );

  it('is one where the counts are level, and the same for a rise and its mirror', () => {
    const options = { seed: 1, permutations: 999 };
    expect(slopeTest(years, [3, 3, 3, 3, 3, 3], options)).toBe(1);
    expect(slopeTest(years, [0, 1, 2, 3, 4, 5], options)).toBeLessThan(0.01);
    expect(slopeTest(years, [5, 4, 3, 2, 1, 0], options)).toBeLessThan(0.01);
  });

  it.each([1, 2.7])(
    'finds a slope in counts without one, of dispersion %d, no more often than its level',
    (dispersion) => {
      const random = createRandom(20221124);
      const series = 400;
      let found = 0;
      for (let one = 0; one < series; one += 1) {
        const counts = Array.from({ length: 14 }, () => overdispersedCount(59 / 14, dispersion, random));
        const p = slopeTest(
          counts.map((_, index) => index),
          counts,
          { seed: one, permutations: 199 },
        );
        if (p < 0.05) found += 1;
      }
      expect(found / series).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / series));
    },
  );
});

describe('permutationP', () => {
  it('refuses a seed and a number of arrangements that are none', () => {
    expect(() => permutationP([1], () => 0, { seed: 0.5, permutations: 9 })).toThrow('seed is 0.5');
    expect(() => permutationP([1], () => 0, { seed: 1, permutations: 0 })).toThrow('permutations is 0');
  });
});
