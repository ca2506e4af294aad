import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chao1 } from '../../src/numeric/chao1.ts';
import { holds, level, notCounts, notLevels } from './seeded.ts';

const seen = { observed: 10, singletons: 4, doubletons: 2, n: 20, level: 0.95 };
const counts = fc.array(fc.oneof(fc.nat(3), fc.integer({ min: 1, max: 50 })), { maxLength: 40 });

function seenKinds(list: readonly number[], coverage: number): typeof seen {
  const times = (count: number): number => list.filter((each) => each === count).length;
  const n = list.reduce((sum, count) => sum + count, 0);
  return { observed: list.length - times(0), singletons: times(1), doubletons: times(2), n, level: coverage };
}

describe('chao1', () => {
  it('is at least what was seen, and lies in its interval', () => {
    holds(
      fc.property(counts, level, (list, coverage) => {
        const input = seenKinds(list, coverage);
        const { estimate, low, high } = chao1(input);
        expect(low).toBeGreaterThanOrEqual(input.observed);
        expect(low).toBeLessThanOrEqual(estimate);
        expect(high).toBeGreaterThanOrEqual(estimate);
        expect(Number.isFinite(high)).toBe(true);
      }),
    );
  });

  it('estimates no unseen kinds without singletons, and has no interval then', () => {
    expect(chao1({ ...seen, singletons: 0, n: 99 })).toEqual({ estimate: 10, low: 10, high: 10 });
    expect(chao1({ ...seen, observed: 0, singletons: 0, doubletons: 0, n: 0 })).toEqual({
      estimate: 0,
      low: 0,
      high: 0,
    });
  });

  it('takes the bias-corrected form without doubletons', () => {
    expect(chao1({ observed: 4, singletons: 4, doubletons: 0, n: 4, level: 0.95 }).estimate).toBe(4 + (3 / 4) * 6);
  });

  it.each(notCounts)('refuses %s in place of a count', (value) => {
    for (const name of ['observed', 'singletons', 'doubletons', 'n']) {
      expect(() => chao1({ ...seen, [name]: value })).toThrow(
        new RangeError(`${name} is ${value}; allowed is a whole number of zero or more.`),
      );
    }
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => chao1({ ...seen, level: value })).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });

  it('refuses counts that cannot go together', () => {
    expect(() => chao1({ ...seen, observed: 5 })).toThrow(
      new RangeError('singletons and doubletons are 6 together; allowed are at most the kinds observed, 5.'),
    );
    expect(() => chao1({ ...seen, n: 19 })).toThrow(
      new RangeError('n is 19; allowed are at least the individuals that these kinds make, 20.'),
    );
  });
});
