import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { senSlope } from '../../src/numeric/sen-slope.ts';
import { createRandom } from '../../src/numeric/random.ts';
import { holds } from './seeded.ts';
import { overdispersedCount } from '../../src/numeric/draw-overdispersed.ts';

const points = fc.array(fc.tuple(fc.nat(15), fc.integer({ min: -50, max: 50 })), { maxLength: 20 });

function slopeOf(list: readonly (readonly [number, number])[]): number | null {
  return (
    senSlope(
      list.map(([x]) => x),
      list.map(([, y]) => y),
      0.95,
    )?.slope ?? null
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
    expect(senSlope([1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5, 6, 1e6], 0.95)?.slope).toBe(1);
  });

  it('is null where no two points lie at different places', () => {
    for (const x of [[], [1], [2, 2, 2]]) expect(senSlope(x, x, 0.95)).toBeNull();
  });

  it('refuses lists of different lengths and numbers that are not finite', () => {
    expect(() => senSlope([1, 2], [1], 0.9)).toThrow(
      new RangeError('the lists have 2 and 1 items; allowed are lists of one length.'),
    );
    expect(() => senSlope([NaN], [1], 0.9)).toThrow(new RangeError('x[0] is NaN; allowed is a finite number.'));
    expect(() => senSlope([1, 2], [1, Infinity], 0.9)).toThrow(
      new RangeError('y[1] is Infinity; allowed is a finite number.'),
    );
  });

  // The bound is the level less 0.02, less three standard errors of so many series.
  it.each([
    [8, 3, 0, 1],
    [14, 4, 1, 1],
    [14, 10, 2, 2.7],
    [23, 3, 1, 1.5],
    [23, 3, 2, 2.7],
    [23, 43, 2, 1],
  ])(
    'covers the slope of %i years of %d counts on average that rise by %d times the first (dispersion %d)',
    (...design) => {
      const [years, mean, rise, dispersion] = design;
      const random = createRandom(20221124);
      const first = mean / (1 + rise / 2);
      const slope = (first * rise) / (years - 1);
      const series = 300;
      let held = 0;
      for (let one = 0; one < series; one += 1) {
        const counts = Array.from({ length: years }, (_, index) =>
          overdispersedCount(first + slope * index, dispersion, random),
        );
        const { low, high } = senSlope([...counts.keys()], counts, 0.95)?.interval ?? { low: NaN, high: NaN };
        if (low <= slope && slope <= high) held += 1;
      }
      expect(held / series).toBeGreaterThanOrEqual(0.93 - 3 * Math.sqrt((0.95 * 0.05) / series));
    },
  );
});
