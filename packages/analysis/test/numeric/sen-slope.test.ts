import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { senSlope } from '../../src/numeric/sen-slope.ts';
import { holds } from './seeded.ts';

const points = fc.array(fc.tuple(fc.nat(15), fc.integer({ min: -50, max: 50 })), { maxLength: 20 });

function slopeOf(list: readonly (readonly [number, number])[]): number | null {
  return senSlope(
    list.map(([x]) => x),
    list.map(([, y]) => y),
  );
}

describe('senSlope', () => {
  it('does not depend on the order of the points', () => {
    holds(
      fc.property(points, (list) => {
        expect(slopeOf(list.toReversed())).toBe(slopeOf(list));
      }),
    );
  });

  it('turns its sign when the values do', () => {
    holds(
      fc.property(points, (list) => {
        const seen = slopeOf(list);
        expect(slopeOf(list.map(([x, y]) => [x, -y]))).toBe(seen === null ? null : 0 - seen);
      }),
    );
  });

  it('is the slope of points on a line', () => {
    holds(
      fc.property(fc.uniqueArray(fc.nat(100), { minLength: 2 }), fc.integer({ min: -9, max: 9 }), (x, slope) => {
        expect(slopeOf(x.map((place) => [place, 3 + slope * place]))).toBe(slope + 0);
      }),
    );
  });

  it('is hardly moved by one wild value', () => {
    expect(senSlope([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 1e6])).toBe(1);
  });

  it('is null where no two points lie at different places', () => {
    for (const x of [[], [1], [2, 2, 2]]) expect(senSlope(x, x)).toBeNull();
  });

  it('refuses lists of different lengths and numbers that are not finite', () => {
    expect(() => senSlope([1, 2], [1])).toThrow(
      new RangeError('the lists have 2 and 1 items; allowed are lists of one length.'),
    );
    expect(() => senSlope([NaN], [1])).toThrow(new RangeError('x[0] is NaN; allowed is a finite number.'));
    expect(() => senSlope([1, 2], [1, Infinity])).toThrow(
      new RangeError('y[1] is Infinity; allowed is a finite number.'),
    );
  });
});
