import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { poissonTrend, type PoissonTrend } from '../../src/numeric/poisson-regression.ts';
import { compareNumbers } from '../reference/compare.ts';
import { holds, level, notCounts, notLevels } from './seeded.ts';

const series = fc
  .array(fc.oneof(fc.nat(3), fc.nat(500)), { minLength: 3, maxLength: 25 })
  .filter((counts) => counts.some((count, place) => count > 0 && place > 0 && place < counts.length - 1));

function fitted(counts: readonly number[], coverage = 0.95): PoissonTrend {
  const trend = poissonTrend(
    counts.map((_, place) => 2007 + place),
    counts,
    coverage,
  );
  if (!trend.fitted) throw new Error(`not fitted: ${trend.reason}`);
  return trend;
}

describe('poissonTrend', () => {
  it('has every interval contain the rate ratio', () => {
    holds(
      fc.property(series, level, (counts, coverage) => {
        const { rate_ratio, wald, profile, quasi } = fitted(counts, coverage);
        for (const { low, high } of [wald, profile, quasi]) {
          expect(low).toBeLessThanOrEqual(rate_ratio * (1 + 1e-12));
          expect(high).toBeGreaterThanOrEqual(rate_ratio * (1 - 1e-12));
        }
      }),
    );
  });

  it('has every interval of the line contain the expected count', () => {
    holds(
      fc.property(series, level, (counts, coverage) => {
        const { expected, expected_intervals } = fitted(counts, coverage);
        expect(expected_intervals).toHaveLength(expected.length);
        expected.forEach((mean, place) => {
          expect(expected_intervals[place]?.low).toBeLessThanOrEqual(mean * (1 + 1e-12));
          expect(expected_intervals[place]?.high).toBeGreaterThanOrEqual(mean * (1 - 1e-12));
        });
      }),
    );
  });

  it('expects as many records as there are, with the same mean year', () => {
    holds(
      fc.property(series, (counts) => {
        const { expected } = fitted(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        const differences = expected.map((mean, place) => mean - (counts[place] ?? 0));
        expect(Math.abs(differences.reduce((sum, each) => sum + each, 0))).toBeLessThan(1e-10 * total);
        expect(Math.abs(differences.reduce((sum, each, place) => sum + each * place, 0))).toBeLessThan(1e-9 * total);
      }),
    );
  });

  it('turns around when the counts do', () => {
    holds(
      fc.property(series, (counts) => {
        const [seen, turned] = [fitted(counts), fitted(counts.toReversed())];
        expect(compareNumbers(1 / turned.rate_ratio, seen.rate_ratio)).toBeLessThan(1e-12);
        expect(compareNumbers(1 / turned.profile.high, seen.profile.low)).toBeLessThan(1e-9);
        expect(turned.likelihood_ratio).toBeCloseTo(seen.likelihood_ratio, 8);
      }),
    );
  });

  it('does not depend on the order of the years', () => {
    holds(
      fc.property(series, (counts) => {
        const years = counts.map((_, place) => 2007 + place);
        const turned = poissonTrend(years.toReversed(), counts.toReversed(), 0.95);
        if (!turned.fitted) throw new Error(turned.reason);
        const seen = fitted(counts);
        expect(compareNumbers(turned.rate_ratio, seen.rate_ratio)).toBeLessThan(1e-12);
        expect(compareNumbers(turned.dispersion, seen.dispersion)).toBeLessThan(1e-9);
      }),
    );
  });

  it('narrows and does not move when every count is nine times as large', () => {
    holds(
      fc.property(series, (counts) => {
        const [once, nine] = [fitted(counts), fitted(counts.map((count) => 9 * count))];
        expect(compareNumbers(nine.rate_ratio, once.rate_ratio)).toBeLessThan(1e-12);
        const margin = Math.log(once.wald.high / once.rate_ratio);
        expect(compareNumbers(3 * Math.log(nine.wald.high / nine.rate_ratio), margin)).toBeLessThan(1e-9);
      }),
    );
  });

  // Computed with 50 decimal digits: too near to no trend for the deviance that glm() works with.
  it('keeps its digits where a million records a year rise by one in a million', () => {
    const trend = fitted([1_000_000, 999_999, 1_000_001]);
    expect(compareNumbers(Math.log(trend.rate_ratio), 5.000000000000208e-7)).toBeLessThan(1e-9);
    expect(compareNumbers(trend.likelihood_ratio, 5.000000000000104e-7)).toBeLessThan(1e-9);
  });

  it('stays finite for a steep fall followed by two centuries without a record', () => {
    const counts = [60, 1, ...Array.from({ length: 199 }, () => 0)];
    const { rate_ratio, likelihood_ratio, p_value, profile, dispersion } = fitted(counts);
    expect(compareNumbers(rate_ratio, 1 / 62)).toBeLessThan(1e-12);
    // Without a trend each year expects 61 / 201 records; with this one they fall by 62 a year.
    const expected = [(61 * 61) / 62, (61 * 61) / 62 ** 2] as const;
    const rise = 60 * Math.log((expected[0] * 201) / 61) + Math.log((expected[1] * 201) / 61);
    expect(compareNumbers(likelihood_ratio, 2 * rise)).toBeLessThan(1e-12);
    expect([p_value, profile.low, profile.high, dispersion].every((value) => Number.isFinite(value))).toBe(true);
    expect(p_value).toBeGreaterThan(0);
    const turned = fitted(counts.toReversed());
    expect(compareNumbers(turned.likelihood_ratio, likelihood_ratio)).toBeLessThan(1e-12);
  });

  it('says why there is no trend', () => {
    expect(poissonTrend([], [], 0.95)).toEqual({ fitted: false, reason: 'too-few-years', n: 0, required: 3 });
    expect(poissonTrend([2007, 2008], [3, 4], 0.95)).toEqual({
      fitted: false,
      reason: 'too-few-years',
      n: 2,
      required: 3,
    });
    expect(poissonTrend([7, 7, 7, 8], [1, 2, 3, 4], 0.95)).toMatchObject({ reason: 'too-few-years', n: 2 });
    expect(poissonTrend([1, 2, 3], [0, 0, 0], 0.95)).toEqual({
      fitted: false,
      reason: 'no-records',
      n: 0,
      required: 1,
    });
    for (const counts of [
      [0, 0, 9],
      [9, 0, 0],
    ]) {
      expect(poissonTrend([1, 2, 3], counts, 0.95)).toEqual({
        fitted: false,
        reason: 'one-sided-counts',
        n: 1,
        required: 2,
      });
    }
  });

  it('refuses lists of different lengths', () => {
    expect(() => poissonTrend([2007, 2008], [1], 0.95)).toThrow(
      new RangeError('the lists have 2 and 1 items; allowed are lists of one length.'),
    );
  });

  it.each([NaN, Infinity])('refuses the year %s', (value) => {
    expect(() => poissonTrend([1, value, 3], [1, 1, 1], 0.95)).toThrow(
      new RangeError(`years[1] is ${value}; allowed is a finite number.`),
    );
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    expect(() => poissonTrend([1, 2, 3], [1, 1, value], 0.95)).toThrow(
      new RangeError(`counts[2] is ${value}; allowed is a whole number of zero or more.`),
    );
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => poissonTrend([1, 2, 3], [1, 2, 3], value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});
