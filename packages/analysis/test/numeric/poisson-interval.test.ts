import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gammaQuantile } from '../../src/numeric/gamma-quantile.ts';
import { poissonInterval } from '../../src/numeric/poisson-interval.ts';
import { compareNumbers } from '../reference/compare.ts';
import { count, holds, level, notCounts, notLevels } from './seeded.ts';

describe('poissonInterval', () => {
  it('contains the rate', () => {
    holds(
      fc.property(count, fc.integer({ min: 1, max: 100 }), level, (events, exposure, coverage) => {
        const { low, high } = poissonInterval(events, exposure, coverage);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(events / exposure);
        expect(high).toBeGreaterThan(events / exposure);
      }),
    );
  });

  it('is the interval of the count divided by the exposure', () => {
    holds(
      fc.property(count, fc.integer({ min: 1, max: 100 }), (events, exposure) => {
        const unit = poissonInterval(events, 1, 0.95);
        const rate = poissonInterval(events, exposure, 0.95);
        expect(rate).toEqual({ low: unit.low / exposure, high: unit.high / exposure });
      }),
    );
  });

  it('rises with the count, and narrows relative to it', () => {
    holds(
      fc.property(count, level, (events, coverage) => {
        const [fewer, more] = [poissonInterval(events, 1, coverage), poissonInterval(events + 1, 1, coverage)];
        expect(more.low).toBeGreaterThan(fewer.low);
        expect(more.high).toBeGreaterThan(fewer.high);
        expect((more.high - more.low) / (events + 1)).toBeLessThan((fewer.high - fewer.low) / events);
      }),
    );
  });

  it('has for no event the upper end at which none is as unlikely as half of what the level leaves', () => {
    expect(compareNumbers(poissonInterval(0, 1, 0.95).high, -Math.log(0.025))).toBeLessThan(1e-14);
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    expect(() => poissonInterval(value, 1, 0.95)).toThrow(
      new RangeError(`count is ${value}; allowed is a whole number of zero or more.`),
    );
  });

  it.each([0, -1, NaN, Infinity])('refuses the exposure %s', (value) => {
    expect(() => poissonInterval(1, value, 0.95)).toThrow(
      new RangeError(`exposure is ${value}; allowed is a finite number above zero.`),
    );
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => poissonInterval(1, 1, value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});

describe('gammaQuantile', () => {
  // R 4.2.2: sprintf('%.17g', qgamma(p, shape)).
  it.each([
    [0.999999995, 825, 1000.3545715886619],
    [0.025, 999, 938.00401856176757],
    [0.025, 1000, 938.97301840769524],
    [0.025, 1001, 939.94203375244149],
    [0.5, 1000, 999.66668642696516],
    [0.75, 1001, 1022.1543517843818],
    [0.0005, 1e6, 996712.74877353699],
    [0.975, 1e9, 1000061980.4503779],
  ])('of %s for shape %s is %s', (probability, shape, expected) => {
    expect(compareNumbers(gammaQuantile(probability, shape), expected)).toBeLessThan(1e-13);
  });

  it('rises evenly with the shape across the change of method', () => {
    const quantiles = Array.from({ length: 11 }, (_, index) => gammaQuantile(0.975, 495 + index));
    const steps = quantiles.slice(1).map((value, index) => value - (quantiles[index] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(1.0437, 3);
  });
});
