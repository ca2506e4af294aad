import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionalRateRatio } from '../../src/numeric/rate-ratio.ts';
import { compareNumbers } from '../reference/compare.ts';
import { count, holds, level, notCounts, notLevels } from './seeded.ts';

const exposure = fc.integer({ min: 1, max: 50 });
const input = fc.record({ count_a: count, exposure_a: exposure, count_b: count, exposure_b: exposure, level });
const valid = { count_a: 12, exposure_a: 7, count_b: 4, exposure_b: 7, level: 0.95 };

describe('conditionalRateRatio', () => {
  it('contains the ratio of the rates', () => {
    holds(
      fc.property(input, (counts) => {
        const { estimate, low, high, p_value } = conditionalRateRatio(counts);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(p_value).toBeGreaterThanOrEqual(0);
        expect(p_value).toBeLessThanOrEqual(1);
        if (estimate === null) return;
        expect(low * (1 - 1e-12)).toBeLessThanOrEqual(estimate);
        expect(high * (1 + 1e-12)).toBeGreaterThanOrEqual(estimate);
      }),
    );
  });

  it('turns around, with the same p value, when the counts change places', () => {
    holds(
      fc.property(input, (counts) => {
        const seen = conditionalRateRatio(counts);
        const turned = conditionalRateRatio({
          count_a: counts.count_b,
          exposure_a: counts.exposure_b,
          count_b: counts.count_a,
          exposure_b: counts.exposure_a,
          level: counts.level,
        });
        expect(compareNumbers(1 / turned.high, seen.low)).toBeLessThan(1e-9);
        expect(compareNumbers(1 / turned.low, seen.high)).toBeLessThan(1e-9);
        expect(compareNumbers(turned.p_value, seen.p_value)).toBeLessThan(1e-9);
      }),
    );
  });

  it('has the p value of going through every split', () => {
    holds(
      fc.property(input, (counts) => {
        const { exposure_a, exposure_b } = counts;
        const [count_a, count_b] = [counts.count_a % 10, counts.count_b % 10];
        const { p_value } = conditionalRateRatio({ ...counts, count_a, count_b });
        const chance = exposure_a / (exposure_a + exposure_b);
        expect(compareNumbers(p_value, sumOfSplits(count_a, count_a + count_b, chance))).toBeLessThan(1e-12);
      }),
    );
  });

  it.each([
    // R: 2 * pbinom(count, sum(counts), 0.5), which poisson.test() gives where both sides of an even split are alike.
    [1_000_000_000, 1_000_100_000, 0.0253524446715476],
    [500_000_000, 500_050_000, 0.113862563372137],
    [100_000_000, 100_020_000, 0.157340719183615],
    [1_000_000, 1_003_000, 0.0340883650794394],
  ])('keeps the digits of the p value of %s against %s', (count_b, count_a, p) => {
    const { p_value } = conditionalRateRatio({ count_a, exposure_a: 1, count_b, exposure_b: 1, level: 0.95 });
    expect(Math.abs(p_value / p - 1)).toBeLessThan(1e-9);
  });

  it('is null without any event, and infinite where only the second has none', () => {
    expect(conditionalRateRatio({ ...valid, count_a: 0, count_b: 0 })).toEqual({
      estimate: null,
      low: 0,
      high: Infinity,
      p_value: 1,
    });
    expect(conditionalRateRatio({ ...valid, count_b: 0 })).toMatchObject({ estimate: Infinity, high: Infinity });
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    for (const name of ['count_a', 'count_b']) {
      expect(() => conditionalRateRatio({ ...valid, [name]: value })).toThrow(
        new RangeError(`${name} is ${value}; allowed is a whole number of zero or more.`),
      );
    }
  });

  it.each([0, -2, NaN, Infinity])('refuses the exposure %s', (value) => {
    for (const name of ['exposure_a', 'exposure_b']) {
      expect(() => conditionalRateRatio({ ...valid, [name]: value })).toThrow(
        new RangeError(`${name} is ${value}; allowed is a finite number above zero.`),
      );
    }
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => conditionalRateRatio({ ...valid, level: value })).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});

/** Sum of the probabilities of all splits that are no more likely than the one seen. */
function sumOfSplits(seen: number, trials: number, chance: number): number {
  const chances: number[] = [];
  let ways = 1;
  for (let successes = 0; successes <= trials; successes += 1) {
    chances.push(ways * chance ** successes * (1 - chance) ** (trials - successes));
    ways = (ways * (trials - successes)) / (successes + 1);
  }
  const bound = (chances[seen] ?? 0) * (1 + 1e-7);
  return chances.filter((each) => each <= bound).reduce((sum, each) => sum + each, 0);
}
