import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/numeric/binomial-interval.ts';
import { goodmanIntervals } from '../../src/numeric/goodman-interval.ts';
import { count, holds, level, notCounts, notLevels } from './seeded.ts';

const counts = fc.array(count, { minLength: 1, maxLength: 30 }).filter((list) => list.some((value) => value > 0));

describe('goodmanIntervals', () => {
  it('contain the shares', () => {
    holds(
      fc.property(counts, level, (list, coverage) => {
        const total = list.reduce((sum, value) => sum + value, 0);
        goodmanIntervals(list, coverage).forEach(({ low, high }, place) => {
          const estimate = (list[place] ?? 0) / total;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(estimate);
          expect(high).toBeGreaterThanOrEqual(estimate);
          expect(high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('go with their category when the categories change places', () => {
    holds(
      fc.property(counts, level, (list, coverage) => {
        expect(goodmanIntervals(list.toReversed(), coverage)).toEqual(goodmanIntervals(list, coverage).toReversed());
      }),
    );
  });

  it('are the score interval for one category, and wider for each further one', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 1000 }), count, level, (some, others, coverage) => {
        const [alone] = goodmanIntervals([some + others], coverage);
        expect(alone).toEqual(wilsonInterval(some + others, some + others, coverage));
        const two = goodmanIntervals([some, others], coverage)[0];
        const three = goodmanIntervals([some, others, 0], coverage)[0];
        expect(three?.low).toBeLessThan(two?.low ?? 0);
      }),
    );
  });

  it.each(notCounts)('refuse the count %s', (value) => {
    expect(() => goodmanIntervals([1, value], 0.95)).toThrow(
      new RangeError(`counts[1] is ${value}; allowed is a whole number of zero or more.`),
    );
  });

  it.each([[[]], [[0]], [[0, 0, 0]]])('refuse %j', (list) => {
    expect(() => goodmanIntervals(list, 0.95)).toThrow(
      new RangeError('counts add up to 0; allowed are counts of which one is above zero.'),
    );
  });

  it.each(notLevels)('refuse the level %s', (value) => {
    expect(() => goodmanIntervals([1], value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});
