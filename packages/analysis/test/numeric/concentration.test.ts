import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentration } from '../../src/numeric/concentration.ts';
import { drawMultinomial } from '../../src/numeric/draw-count.ts';
import { createRandom } from '../../src/numeric/random.ts';
import { holds, level, notCounts, notLevels } from './seeded.ts';

const kinds = fc
  .array(fc.oneof(fc.nat(2), fc.nat(20)), { minLength: 1, maxLength: 8 })
  .filter((counts) => counts.reduce((sum, count) => sum + count, 0) > 1);

describe('concentration', () => {
  it('has an interval within 0 to 1 that holds the index', () => {
    holds(
      fc.property(kinds, level, (counts, coverage) => {
        const { index = NaN, interval } = concentration(counts, coverage) ?? {};
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.low).toBeLessThanOrEqual(index + 1e-12);
        expect(interval?.high).toBeGreaterThanOrEqual(index - 1e-12);
        expect(interval?.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the order of the kinds and on kinds without individuals', () => {
    holds(
      fc.property(kinds, (counts) => {
        const { index = NaN, interval } = concentration(counts, 0.95) ?? {};
        const other = concentration([0, ...counts.toReversed()], 0.95);
        expect(other?.index).toBeCloseTo(index, 12);
        expect(other?.interval.high).toBeCloseTo(interval?.high ?? NaN, 9);
      }),
    );
  });

  it('is never certain: not where no two are of one kind, and not where all are', () => {
    const apart = concentration([1, 1, 1, 1, 1, 1], 0.95);
    expect(apart).toMatchObject({ index: 0, interval: { low: 0 } });
    expect(apart?.interval.high).toBeGreaterThan(0.3);
    const together = concentration([6], 0.95);
    expect(together).toMatchObject({ index: 1, interval: { high: 1 } });
    expect(together?.interval.low).toBeLessThan(0.5);
  });

  it('is null for fewer than two individuals', () => {
    for (const counts of [[], [0], [1], [0, 1]]) expect(concentration(counts, 0.95)).toBeNull();
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    const error = new RangeError(`counts[1] is ${value}; allowed is a whole number of zero or more.`);
    expect(() => concentration([1, value], 0.95)).toThrow(error);
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => concentration([1, 2], value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});

const evenly = (count: number): number[] => Array.from({ length: count }, () => 1);
const series = 400;

// Weights of the kinds; the bound is the level less 0.02, less three standard errors of so many series.
describe.each([
  ['2 equal kinds', evenly(2)],
  ['30 equal kinds', evenly(30)],
  ['100 equal kinds', evenly(100)],
  ['kinds by the law of Zipf', evenly(30).map((_, index) => Math.round(1000 / (index + 1) ** 1.5))],
  ['one kind of 15 % among 100', [1765, ...evenly(100).map(() => 100)]],
  ['one kind of 80 % among 20', [80, ...evenly(20)]],
  ['one kind of 95 % among 30', [570, ...evenly(30)]],
])('%s', (_, weights) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const truth = weights.reduce((sum, weight) => sum + (weight / total) ** 2, 0);

  it.each([10, 13, 16, 25, 33, 59, 137, 500])('the interval of %i individuals covers', (n) => {
    const random = createRandom(20221124);
    let [covered, sum] = [0, 0];
    for (let one = 0; one < series; one += 1) {
      const { index = NaN, interval } = concentration(drawMultinomial(weights, n, random), 0.95) ?? {};
      sum += index;
      if ((interval?.low ?? 1) <= truth && truth <= (interval?.high ?? 0)) covered += 1;
    }
    expect(covered / series).toBeGreaterThanOrEqual(0.93 - 3 * Math.sqrt((0.95 * 0.05) / series));
    // Without bias: the mean of the indices is the truth, within five of the largest standard errors that there can be.
    expect(Math.abs(sum / series - truth)).toBeLessThan(5 * Math.sqrt((truth * (1 - truth)) / (series * (n / 2))));
  });
});
