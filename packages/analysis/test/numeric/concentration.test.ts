import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileInterval } from '../../src/numeric/bootstrap.ts';
import { bootstrapHerfindahl, herfindahl } from '../../src/numeric/concentration.ts';
import { holds, notCounts, notLevels } from './seeded.ts';

const options = { seed: 20221124, samples: 400, level: 0.95 };
const kinds = fc
  .array(fc.oneof(fc.nat(2), fc.nat(20)), { minLength: 1, maxLength: 8 })
  .filter((counts) => counts.reduce((sum, count) => sum + count, 0) > 1);

describe('herfindahl', () => {
  it('lies between one over the kinds and one', () => {
    holds(
      fc.property(kinds, (counts) => {
        const index = herfindahl(counts) ?? NaN;
        const present = counts.filter((count) => count > 0).length;
        expect(index).toBeGreaterThanOrEqual((1 - 1e-12) / present);
        expect(index).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is null without individuals', () => {
    for (const counts of [[], [0, 0]]) expect(herfindahl(counts)).toBeNull();
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    const error = new RangeError(`counts[1] is ${value}; allowed is a whole number of zero or more.`);
    expect(() => herfindahl([1, value])).toThrow(error);
    expect(() => bootstrapHerfindahl([1, value], options)).toThrow(error);
  });
});

describe('bootstrapHerfindahl', () => {
  it('contains the index and stays between 0 and 1', () => {
    holds(
      fc.property(kinds, (counts) => {
        const index = herfindahl(counts) ?? NaN;
        const interval = bootstrapHerfindahl(counts, options);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.low).toBeLessThanOrEqual(index + 1e-12);
        expect(interval?.high).toBeGreaterThanOrEqual(index - 1e-12);
        expect(interval?.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has the ends of the exact distribution of resamples', () => {
    // Two kinds, 6 and 2 of 8: a resample has k of the first with the binomial probability of 3/4. The index of k is
    // 0.5 for 4, 34/64 for 3 and 5, 40/64 for 2 and 6, 50/64 for 1 and 7, 1 for 0 and 8; those have the probabilities
    // 0.087, 0.231, 0.315, 0.267 and 0.100, so that the quantiles 0.05 and 0.95 are 0.5 and 1.
    const added = (1 - 40 / 64) / 8;
    const interval = bootstrapHerfindahl([6, 2], { seed: 1, samples: 20_000, level: 0.9 });
    expect(interval?.low).toBeCloseTo(0.5 - added, 12);
    expect(interval?.high).toBeCloseTo(1 - added, 12);
    const inner = bootstrapHerfindahl([6, 2], { seed: 1, samples: 20_000, level: 0.5 });
    expect(inner?.low).toBeCloseTo(34 / 64 - added, 12);
    expect(inner?.high).toBeCloseTo(50 / 64 - added, 12);
  });

  it('draws the same from the same seed', () => {
    const counts = [13, 7, 4, 2, 1, 1];
    const drawn = bootstrapHerfindahl(counts, options);
    expect(bootstrapHerfindahl(counts, options)).toEqual(drawn);
    expect(bootstrapHerfindahl(counts, { ...options, seed: 7 })).not.toEqual(drawn);
    expect(drawn?.low).toBeCloseTo(0.2021956997084548, 12);
    expect(drawn?.high).toBeCloseTo(0.4548742711370262, 12);
  });

  it('is null for fewer than two individuals', () => {
    for (const counts of [[], [0], [1], [0, 1]]) expect(bootstrapHerfindahl(counts, options)).toBeNull();
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => bootstrapHerfindahl([1, 2], { ...options, level: value })).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });

  it('refuses no samples and a seed that is none', () => {
    expect(() => bootstrapHerfindahl([1, 2], { ...options, samples: 0 })).toThrow(
      new RangeError('samples is 0; allowed is a whole number of one or more.'),
    );
    expect(() => bootstrapHerfindahl([1, 2], { ...options, seed: -1 })).toThrow(RangeError);
  });
});

describe('percentileInterval', () => {
  it('leaves as much on both sides as the level does not ask for', () => {
    const list = Array.from({ length: 101 }, (_, place) => 100 - place);
    expect(percentileInterval(list, 0.5)).toEqual({ low: 25, high: 75 });
    expect(percentileInterval([4], 0.95)).toEqual({ low: 4, high: 4 });
    expect(percentileInterval([], 0.95)).toBeNull();
  });
});
