import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanInterval, meanRatioInterval, varianceInflation } from '../../src/numeric/overdispersion.ts';
import { poissonTrend } from '../../src/numeric/poisson-regression.ts';
import { createRandom } from '../../src/numeric/random.ts';
import { holds, level } from './seeded.ts';
import { overdispersedCount } from '../../src/numeric/draw-overdispersed.ts';

const counts = fc.array(fc.oneof(fc.nat(3), fc.nat(500)), { minLength: 2, maxLength: 25 });

describe('an interval that allows for the dispersion', () => {
  it('is never narrower than that of Poisson counts, and the same where they vary no more', () => {
    holds(
      fc.property(counts, level, (list, coverage) => {
        const middle = Math.floor(list.length / 2);
        const made = [meanInterval(list, coverage)];
        if (list.some((count) => count > 0)) {
          made.push(meanRatioInterval(list.slice(middle), list.slice(0, middle), coverage));
        }
        for (const { interval, poisson, dispersion } of made) {
          expect(interval.low).toBeLessThanOrEqual(poisson.low);
          expect(interval.high).toBeGreaterThanOrEqual(poisson.high);
          if (dispersion === null || dispersion.estimate <= 1) expect(interval).toEqual(poisson);
        }
      }),
    );
  });

  it('has an upper end without counts, and a lower end where one side has none', () => {
    expect(meanInterval([0, 0], 0.95)).toMatchObject({ interval: { low: 0 }, dispersion: null });
    const { interval } = meanRatioInterval([9, 1], [0, 0], 0.95);
    expect(interval.low).toBeGreaterThan(0);
    expect(interval.high).toBe(Infinity);
  });

  it('takes counts that vary exactly as Poisson counts do for such', () => {
    const single = meanInterval([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], 0.95);
    expect(single.dispersion?.estimate).toBeCloseTo(1, 12);
    expect(single.interval).toEqual(single.poisson);
    expect(varianceInflation({ estimate: 1 + 1e-12, df: 3 }, 0.95)).toBe(1);
  });
});

const years = Array.from({ length: 14 }, (_, index) => 2007 + index);
const series = 400;

/** Shares of series of 14 years whose intervals hold the true mean, yearly ratio and ratio of the halves. */
function coverage(n: number, dispersion: number, slope: number) {
  const random = createRandom(20221124);
  const weights = years.map((_, index) => Math.exp(slope * index));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = weights.map((weight) => (n * weight) / total);
  const half = (from: number, to: number) => means.slice(from, to).reduce((sum, mean) => sum + mean, 0);
  const truths = [n / 14, Math.exp(slope), half(7, 14) / half(0, 7)];
  const held = truths.map(() => 0);
  for (let one = 0; one < series; one += 1) {
    const drawn = means.map((mean) => overdispersedCount(mean, dispersion, random));
    const trend = poissonTrend(years, drawn, 0.95);
    const intervals = [
      meanInterval(drawn, 0.95).interval,
      trend.fitted ? trend.headline : { low: 0, high: Infinity },
      meanRatioInterval(drawn.slice(7), drawn.slice(0, 7), 0.95).interval,
    ];
    intervals.forEach(({ low, high }, index) => {
      const truth = truths[index] ?? NaN;
      if (low <= truth && truth <= high) held[index] = (held[index] ?? 0) + 1;
    });
  }
  return held.map((times) => times / series);
}

// The bound is the level less 0.02, less three standard errors of so many series.
describe.each([1, 1.5, 2.7])('counts of dispersion %d', (dispersion) => {
  it.each([
    [10, 0],
    [16, 0.13],
    [33, 0.13],
    [59, 0],
    [137, 0.13],
    [1000, 0],
  ])('%i of them in 14 years with slope %d: mean, yearly ratio and halves are covered', (n, slope) => {
    const least = 0.93 - 3 * Math.sqrt((0.95 * 0.05) / series);
    for (const share of coverage(n, dispersion, slope)) expect(share).toBeGreaterThanOrEqual(least);
  });
});
