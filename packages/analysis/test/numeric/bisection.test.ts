import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisect, firstNotAbove } from '../../src/numeric/bisection.ts';
import { holds } from './seeded.ts';

describe('bisect', () => {
  it('finds the place to the last digit from either side', () => {
    holds(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (place) => {
        const near = 2 ** -52 * Math.max(1, Math.abs(place));
        expect(Math.abs(bisect((x) => place - x, -1001, 1001) - place)).toBeLessThanOrEqual(near);
        expect(Math.abs(bisect((x) => x - place, 1001, -1001) - place)).toBeLessThanOrEqual(near);
      }),
    );
  });

  it('ends at a jump', () => {
    expect(bisect((x) => (x < 0.1 ? 1 : -1), 0, 1)).toBeCloseTo(0.1, 15);
  });
});

describe('firstNotAbove', () => {
  it('doubles the step until the function is no longer above zero', () => {
    expect(firstNotAbove((x) => 10 - x, 1)).toBe(16);
    expect(firstNotAbove((x) => 10 + x, -1)).toBe(-16);
    expect(firstNotAbove((x) => 8 - x, 1)).toBe(8);
    expect(firstNotAbove(() => 0, 3)).toBe(3);
  });
});
