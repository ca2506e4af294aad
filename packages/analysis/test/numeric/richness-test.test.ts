import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/numeric/random.ts';
import { rarefy } from '../../src/numeric/rarefaction.ts';
import { richnessTest, type NamingUnits } from '../../src/numeric/richness-test.ts';

/** Units one by one: what each names, and whether it lies in the early period. */
interface Unit {
  readonly kinds: readonly number[];
  readonly early: boolean;
}

const groupsOf = (units: readonly Unit[]): NamingUnits[] =>
  units.map(({ kinds, early }) => ({ kinds, early: Number(early), late: Number(!early) }));

/** Counts by kind of the units of one period. */
function countsOf(units: readonly Unit[], early: boolean): number[] {
  const counts = new Map<number, number>();
  for (const kind of units.filter((one) => one.early === early).flatMap(({ kinds }) => kinds)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts.values()];
}

function differenceOf(units: readonly Unit[]): number {
  const [early, late] = [countsOf(units, true), countsOf(units, false)];
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const size = Math.min(total(early), total(late));
  return rarefy(late, size).expected - rarefy(early, size).expected;
}

/** The share of all ways to choose the early units whose difference is as far from zero. */
function exactP(units: readonly Unit[]): number {
  const wanted = units.filter(({ early }) => early).length;
  const seen = Math.abs(differenceOf(units));
  let [asFar, all] = [0, 0];
  for (let choice = 0; choice < 2 ** units.length; choice += 1) {
    const moved = units.map(({ kinds }, index) => ({ kinds, early: ((choice >> index) & 1) === 1 }));
    if (moved.filter(({ early }) => early).length !== wanted) continue;
    all += 1;
    if (Math.abs(differenceOf(moved)) >= seen - 1e-9) asFar += 1;
  }
  return asFar / all;
}

const mixed: Unit[] = [[0, 1], [0], [0, 2], [0], [1, 3, 4], [5], [2, 6], [7], [0, 8], [9]].map((kinds, index) => ({
  ...{ kinds, early: index < 4 },
}));

describe('richnessTest', () => {
  it('has the difference of the rarefied numbers, whichever period is smaller', () => {
    const turned = mixed.map(({ kinds, early }) => ({ kinds, early: !early }));
    for (const units of [mixed, turned]) {
      const { difference } = richnessTest(groupsOf(units), { seed: 1, permutations: 99 }) ?? {};
      expect(difference).toBeCloseTo(differenceOf(units), 12);
    }
  });

  it('draws a p value within five standard errors of that of all arrangements', () => {
    for (const units of [mixed, mixed.slice(0, 9), mixed.slice(2)]) {
      const exact = exactP(units);
      const { p_value = NaN } = richnessTest(groupsOf(units), { seed: 20221124, permutations: 9999 }) ?? {};
      expect(Math.abs(p_value - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 9999) + 2e-4);
    }
  });

  it('draws whole groups where they are large as it draws their units where they are small', () => {
    const large = [300, 200, 100].map((count, kind) => ({ kinds: [kind], early: count / 2, late: count / 2 + kind }));
    const units = large.flatMap(({ kinds, early, late }) => [
      ...Array.from({ length: early }, () => ({ kinds, early: 1, late: 0 })),
      ...Array.from({ length: late }, () => ({ kinds, early: 0, late: 1 })),
    ]);
    const of = (list: readonly NamingUnits[]) => richnessTest(list, { seed: 7, permutations: 2000 });
    expect(of(large)?.difference).toBeCloseTo(of(units)?.difference ?? NaN, 12);
    expect(Math.abs((of(large)?.p_value ?? NaN) - (of(units)?.p_value ?? NaN))).toBeLessThan(0.08);
  });

  it('says that nothing differs where every unit names something of its own', () => {
    const units = Array.from({ length: 20 }, (_, kind) => ({ kinds: [kind], early: kind < 8 }));
    expect(richnessTest(groupsOf(units), { seed: 1, permutations: 99 })).toEqual({ difference: 0, p_value: 1 });
  });

  it('is null where a period names nothing', () => {
    expect(richnessTest([], { seed: 1, permutations: 99 })).toBeNull();
    expect(richnessTest([{ kinds: [0], early: 0, late: 3 }], { seed: 1, permutations: 99 })).toBeNull();
    expect(richnessTest([{ kinds: [], early: 3, late: 3 }], { seed: 1, permutations: 99 })).toBeNull();
  });

  it('refuses a seed, a number of arrangements and counts that are none', () => {
    expect(() => richnessTest([], { seed: -1, permutations: 99 })).toThrow('seed is -1');
    expect(() => richnessTest([], { seed: 1, permutations: 0 })).toThrow('permutations is 0');
    expect(() => richnessTest([{ kinds: [0], early: 0.5, late: 1 }], { seed: 1, permutations: 9 })).toThrow(
      'early[0] is 0.5',
    );
  });

  // Of these series, one in twenty may be found different; the bound lies three standard errors above that.
  it.each([
    [20, 20, 8, 1],
    [20, 20, 20, 1],
    [7, 26, 16, 1],
    [20, 40, 30, 3],
  ])('finds %i and %i units of %i equal kinds, %i each, different no more often than its level', (...design) => {
    const [early, late, kinds, each] = design;
    const random = createRandom(20221124);
    const series = 300;
    let found = 0;
    for (let one = 0; one < series; one += 1) {
      const units = Array.from({ length: early + late }, (_, index) => ({
        kinds: [...new Set(Array.from({ length: each }, () => random.integer(kinds)))],
        early: index < early,
      }));
      if ((richnessTest(groupsOf(units), { seed: one, permutations: 199 })?.p_value ?? 1) < 0.05) found += 1;
    }
    expect(found / series).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / series));
  });
});
