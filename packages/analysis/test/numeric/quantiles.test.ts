import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstTrue } from '../../src/numeric/bisection.ts';
import { medianInterval, quantile } from '../../src/numeric/quantiles.ts';
import { holds, level, notLevels } from './seeded.ts';

const values = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -5000, max: 5000 })), {
  minLength: 1,
  maxLength: 60,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('quantile', () => {
  it('goes from the least to the largest value, and rises between', () => {
    holds(
      fc.property(values, share, share, (list, first, second) => {
        expect(quantile(list, 0)).toBe(Math.min(...list));
        expect(quantile(list, 1)).toBe(Math.max(...list));
        const [low = NaN, high = NaN] = [Math.min(first, second), Math.max(first, second)].map(
          (p) => quantile(list, p) ?? NaN,
        );
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  it('knows no order of the values, and mirrors with them', () => {
    holds(
      fc.property(values, share, (list, p) => {
        expect(quantile(list.toReversed(), p)).toBe(quantile(list, p));
        expect(
          quantile(
            list.map((value) => -value),
            1 - p,
          ),
        ).toBeCloseTo(-(quantile(list, p) ?? NaN), 8);
      }),
    );
  });

  it('is null without values, and leaves the list as it was', () => {
    expect(quantile([], 0.5)).toBeNull();
    const list = Object.freeze([3, 1, 2]);
    expect(quantile(list, 0.5)).toBe(2);
    expect(quantile([-0, -0], 0.5)).toBe(0);
  });

  it.each([-0.1, 1.1, NaN])('refuses the share %s', (p) => {
    expect(() => quantile([1], p)).toThrow(new RangeError(`p is ${p}; allowed is a number from 0 to 1.`));
  });

  it.each([NaN, Infinity])('refuses the value %s, as the interval of the median does', (value) => {
    const error = new RangeError(`values[1] is ${value}; allowed is a finite number.`);
    expect(() => quantile([1, value], 0.5)).toThrow(error);
    expect(() => medianInterval([1, value], 0.5)).toThrow(error);
  });
});

describe('medianInterval', () => {
  it('contains the median and covers it at least as often as the level says', () => {
    holds(
      fc.property(values, level, (list, coverage) => {
        const interval = medianInterval(list, coverage);
        if (!interval) return;
        const median = quantile(list, 0.5);
        expect(interval.low).toBeLessThanOrEqual(median ?? NaN);
        expect(interval.high).toBeGreaterThanOrEqual(median ?? NaN);
        expect(interval.coverage).toBeGreaterThanOrEqual(coverage - 1e-12);
        expect(list).toContain(interval.low);
        expect(list).toContain(interval.high);
      }),
    );
  });

  it('has the coverage of going through all signs, and none shorter that is enough', () => {
    // Of ten values each side of the median, choose(10, k) of 1024 ways have k below it.
    const list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const inner = medianInterval(list, 1 - (2 * 11) / 1024);
    expect(inner).toMatchObject({ low: 2, high: 9 });
    expect(inner?.coverage).toBeCloseTo(1 - 22 / 1024, 14);
    expect(medianInterval(list, 1 - 21 / 1024)).toMatchObject({ low: 1, high: 10 });
  });

  it('takes a coverage that is the level itself, whatever rounding does to it', () => {
    for (let n = 2; n <= 50; n += 1) {
      const list = Array.from({ length: n }, (_, place) => place + 1);
      let [outside, ways] = [0, 1];
      for (let place = 1; 2 * place <= n; place += 1) {
        outside += ways;
        ways = (ways * (n - place + 1)) / place;
        const level = 1 - (2 * outside) / 2 ** n;
        if (level > 0 && 2 * outside > 1e-6 * 2 ** n) expect(medianInterval(list, level)?.low).toBe(place);
      }
    }
  });

  it('is null where the whole range of so few values covers the median less often', () => {
    expect(medianInterval([], 0.95)).toBeNull();
    expect(medianInterval([5], 0.5)).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5], 0.95)).toBeNull();
    expect(medianInterval([1, 2, 3, 4, 5, 6], 0.95)).toMatchObject({ low: 1, high: 6 });
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => medianInterval([1, 2], value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});

describe('firstTrue', () => {
  it('finds where a property begins to hold, or the end', () => {
    holds(
      fc.property(fc.nat(100), fc.nat(100), (start, end) => {
        expect(firstTrue((value) => value >= start, 0, end)).toBe(Math.min(start, end));
      }),
    );
  });
});
