import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hillNumber } from '../../src/numeric/hill-numbers.ts';
import { accumulationCurve, expectedKinds, rarefy } from '../../src/numeric/rarefaction.ts';
import { compareNumbers } from '../reference/compare.ts';
import { holds, notCounts } from './seeded.ts';

const kinds = fc
  .array(fc.oneof(fc.nat(3), fc.nat(40)), { minLength: 1, maxLength: 12 })
  .filter((counts) => counts.some((count) => count > 0));

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('hillNumber', () => {
  it('falls with the order, from the kinds there are to one over the sum of squared shares', () => {
    holds(
      fc.property(kinds, (counts) => {
        const [q0, q1, q2] = ([0, 1, 2] as const).map((order) => hillNumber(counts, order) ?? NaN);
        expect(q0).toBe(counts.filter((count) => count > 0).length);
        expect(q1).toBeLessThanOrEqual((q0 ?? NaN) * (1 + 1e-12));
        expect(q2).toBeLessThanOrEqual((q1 ?? NaN) * (1 + 1e-12));
        expect(q2).toBeGreaterThanOrEqual(1 - 1e-12);
        const total = counts.reduce((sum, count) => sum + count, 0);
        const squares = counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
        expect(compareNumbers(1 / (q2 ?? NaN), squares)).toBeLessThan(1e-12);
      }),
    );
  });

  it('is the number of kinds where all are equally frequent', () => {
    for (const order of [0, 1, 2] as const) expect(hillNumber([7, 7, 0, 7], order)).toBeCloseTo(3, 12);
  });

  it('knows no order of the kinds, and doubles when each is split in two equal ones', () => {
    holds(
      fc.property(kinds, (counts) => {
        for (const order of [0, 1, 2] as const) {
          const seen = hillNumber(counts, order) ?? NaN;
          expect(compareNumbers(hillNumber(counts.toReversed(), order) ?? NaN, seen)).toBeLessThan(1e-12);
          expect(compareNumbers(hillNumber([...counts, ...counts], order) ?? NaN, 2 * seen)).toBeLessThan(1e-12);
        }
      }),
    );
  });

  it('is null without individuals', () => {
    for (const counts of [[], [0], [0, 0]]) expect(hillNumber(counts, 1)).toBeNull();
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    expect(() => hillNumber([1, value], 0)).toThrow(
      new RangeError(`counts[1] is ${value}; allowed is a whole number of zero or more.`),
    );
  });
});

describe('rarefy', () => {
  it('of thousands of individuals is what the product of every factor gives', () => {
    for (const counts of [
      [1001, 2500, 1500],
      [4000, 1200],
      [1002, 1, 3, 30_000],
    ]) {
      const curve = accumulationCurve(counts);
      for (const size of [1001, 1500, 2345, 4000, total(counts) - 1001, total(counts) - 1]) {
        const exact = curve[size - 1] ?? NaN;
        expect(compareNumbers(expectedKinds(counts, size), exact)).toBeLessThan(1e-12);
        expect(rarefy(counts, size).expected).toBe(expectedKinds(counts, size));
      }
    }
  });

  it('gives all kinds, without doubt, for all individuals, and one kind for one', () => {
    holds(
      fc.property(kinds, (counts) => {
        const seen = counts.filter((count) => count > 0).length;
        expect(rarefy(counts, total(counts))).toEqual({ expected: seen, standard_deviation: 0 });
        const one = rarefy(counts, 1);
        expect(one.expected).toBeCloseTo(1, 12);
        expect(one.standard_deviation).toBe(0);
        expect(rarefy(counts, 0)).toEqual({ expected: 0, standard_deviation: 0 });
      }),
    );
  });

  it('has the mean and deviation of going through every pair', () => {
    holds(
      fc.property(
        kinds.filter((counts) => total(counts) > 1),
        (counts) => {
          const alike = counts.reduce((sum, count) => sum + count * (count - 1), 0);
          const chance = 1 - alike / (total(counts) * (total(counts) - 1));
          const pair = rarefy(counts, 2);
          expect(pair.expected).toBeCloseTo(1 + chance, 12);
          expect(pair.standard_deviation ** 2).toBeCloseTo(chance * (1 - chance), 12);
        },
      ),
    );
  });

  it('is certain where every individual is of a kind of its own', () => {
    for (const size of [2, 7, 20]) {
      const { expected, standard_deviation } = rarefy(
        Array.from({ length: 26 }, () => 1),
        size,
      );
      expect(expected).toBeCloseTo(size, 12);
      expect(standard_deviation).toBe(0);
    }
  });

  it('refuses more individuals than there are, and a size that is no count', () => {
    expect(() => rarefy([2, 1], 4)).toThrow(
      new RangeError('size is 4; allowed is at most the number of individuals, 3.'),
    );
    expect(() => rarefy([2, 1], 0.5)).toThrow(
      new RangeError('size is 0.5; allowed is a whole number of zero or more.'),
    );
  });

  it.each(notCounts)('refuses the count %s, as the curve does', (value) => {
    const error = new RangeError(`counts[0] is ${value}; allowed is a whole number of zero or more.`);
    expect(() => rarefy([value], 0)).toThrow(error);
    expect(() => accumulationCurve([value])).toThrow(error);
  });
});

describe('accumulationCurve', () => {
  it('is rarefy at every size', () => {
    holds(
      fc.property(kinds, (counts) => {
        const curve = accumulationCurve(counts);
        expect(curve).toHaveLength(total(counts));
        curve.forEach((expected, place) => {
          expect(compareNumbers(expected, rarefy(counts, place + 1).expected)).toBeLessThan(1e-12);
        });
      }),
    );
  });

  it('rises by less and less', () => {
    holds(
      fc.property(kinds, (counts) => {
        const curve = accumulationCurve(counts);
        const steps = curve.map((value, place) => value - (curve[place - 1] ?? 0));
        steps.slice(1).forEach((step, place) => {
          expect(step).toBeLessThanOrEqual((steps[place] ?? 0) + 1e-12);
          expect(step).toBeGreaterThanOrEqual(-1e-12);
        });
      }),
    );
  });

  it('is empty without individuals', () => {
    for (const counts of [[], [0, 0]]) expect(accumulationCurve(counts)).toEqual([]);
  });
});
