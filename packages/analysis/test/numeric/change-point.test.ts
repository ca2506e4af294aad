import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeSet, poissonChangePoint, type ChangePoint } from '../../src/numeric/change-point.ts';
import { compareNumbers } from '../reference/compare.ts';
import { createRandom } from '../../src/numeric/random.ts';
import { holds, notCounts } from './seeded.ts';
import { overdispersedCount } from '../../src/numeric/draw-overdispersed.ts';

const options = { seed: 20221124, permutations: 19 };
const series = fc
  .array(fc.oneof(fc.nat(3), fc.nat(500)), { minLength: 2, maxLength: 25 })
  .filter((counts) => counts.some((count) => count > 0));

function changeOf(counts: readonly number[], permutations = options.permutations): ChangePoint {
  const change = poissonChangePoint(counts, { ...options, permutations });
  if (!change) throw new Error(`no change in ${counts.join(' ')}`);
  return change;
}

describe('poissonChangePoint', () => {
  it('has a profile of statistics that are not negative, the largest at its place', () => {
    holds(
      fc.property(series, (counts) => {
        const { profile, place, statistic, p_value } = changeOf(counts);
        expect(profile.map((change) => change.place)).toEqual(counts.slice(1).map((_, index) => index + 1));
        for (const change of profile) {
          expect(change.statistic).toBeGreaterThanOrEqual(0);
          expect(change.statistic).toBeLessThanOrEqual(statistic);
        }
        expect(compareNumbers(profile[place - 1]?.statistic ?? NaN, statistic)).toBeLessThan(1e-8);
        expect(p_value).toBeGreaterThan(0);
        expect(p_value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('has rates that give back all events', () => {
    holds(
      fc.property(series, (counts) => {
        const { place, before, after } = changeOf(counts);
        const total = counts.reduce((sum, count) => sum + count, 0);
        expect(before * place + after * (counts.length - place)).toBeCloseTo(total, 8);
      }),
    );
  });

  it('turns its profile around when the counts are turned around', () => {
    holds(
      fc.property(series, (counts) => {
        const seen = changeOf(counts).profile.map((change) => change.statistic);
        const turned = changeOf(counts.toReversed()).profile.map((change) => change.statistic);
        turned.toReversed().forEach((statistic, place) => {
          expect(compareNumbers(statistic, seen[place] ?? NaN)).toBeLessThan(1e-6);
        });
      }),
    );
  });

  it('takes the first of equally likely places', () => {
    expect(changeOf([1, 0, 1])).toMatchObject({ place: 1, before: 1, after: 0.5 });
    expect(changeOf([0, 7, 7, 0]).place).toBe(1);
    expect(changeOf([3, 3, 3, 3])).toMatchObject({ place: 1, statistic: 0, p_value: 1 });
  });

  it('finds a clear change, and says that it is rare', () => {
    const change = changeOf([1, 0, 2, 1, 0, 1, 1, 9, 8, 11, 7, 9, 10], 999);
    expect(change).toMatchObject({ place: 7, after: 9 });
    expect(change.p_value).toBeLessThanOrEqual(0.003);
  });

  it('draws the same from the same seed', () => {
    const counts = [2, 3, 1, 4, 2, 6, 5, 7, 3, 6];
    const drawn = changeOf(counts, 999);
    expect(changeOf(counts, 999)).toEqual(drawn);
    expect(drawn.p_value).toBe(0.063);
    expect(poissonChangePoint(counts, { seed: 7, permutations: 999 })?.p_value).not.toBe(drawn.p_value);
  });

  it.each([[[]], [[5]], [[0]], [[0, 0, 0]]])('is null for %j', (counts) => {
    expect(poissonChangePoint(counts, options)).toBeNull();
  });

  it.each(notCounts)('refuses the count %s', (value) => {
    expect(() => poissonChangePoint([1, value], options)).toThrow(
      new RangeError(`counts[1] is ${value}; allowed is a whole number of zero or more.`),
    );
  });

  it('refuses no permutations and a seed that is none', () => {
    expect(() => poissonChangePoint([1, 2], { seed: 1, permutations: 0 })).toThrow(
      new RangeError('permutations is 0; allowed is a whole number of one or more.'),
    );
    expect(() => poissonChangePoint([1, 2], { seed: 0.5, permutations: 9 })).toThrow(RangeError);
  });
});

describe('changeSet', () => {
  const set = (counts: readonly number[], level = 0.95) => changeSet(counts, changeOf(counts), level);

  it('holds the best place, and it alone where the change is clear', () => {
    holds(
      fc.property(series, (counts) => {
        expect(set(counts)).toContain(changeOf(counts).place);
      }),
    );
    expect(set([1, 0, 2, 1, 0, 1, 1, 9, 8, 11, 7, 9, 10])).toEqual([6, 7]);
    expect(set([0, 0, 0, 0, 9, 9, 9, 9])).toEqual([4]);
    expect(set([4, 4, 5, 4])).toEqual([1, 2, 3]);
  });

  it('refuses a level that is none', () => {
    expect(() => set([1, 2], 1)).toThrow('level is 1');
  });

  // The bound is the level less 0.02, less three standard errors of so many series.
  describe.each([1, 1.5, 2.7])('of counts of dispersion %d', (dispersion) => {
    it.each([
      [10, 2, 3, 23],
      [33, 4, 7, 14],
      [59, 1.3, 3, 14],
      [137, 2, 11, 23],
      [1000, 1.3, 3, 23],
    ])('%i of them, %d times as many a period after %i of %i periods: it holds that place', (...design) => {
      const [events, ratio, place, periods] = design;
      const random = createRandom(20221124);
      const mean = events / (place + ratio * (periods - place));
      const drawn = 300;
      let held = 0;
      for (let one = 0; one < drawn; one += 1) {
        const counts = Array.from({ length: periods }, (_, index) =>
          overdispersedCount(index < place ? mean : mean * ratio, dispersion, random),
        );
        if (counts.every((count) => count === 0) || set(counts).includes(place)) held += 1;
      }
      expect(held / drawn).toBeGreaterThanOrEqual(0.93 - 3 * Math.sqrt((0.95 * 0.05) / drawn));
    });
  });
});
