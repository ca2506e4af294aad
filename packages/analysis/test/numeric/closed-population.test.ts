import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unseenMembers } from '../../src/numeric/closed-population.ts';
import { createRandom } from '../../src/numeric/random.ts';
import { holds, level, notCounts, notLevels } from './seeded.ts';

const lists = { sizes: [15, 11], observed: 20, level: 0.95 };
/** Which of up to five lists hold each member. */
const members = fc.array(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 40 });

function listsOf(held: readonly (readonly boolean[])[]) {
  const sizes = [0, 1, 2, 3, 4].map((list) => held.filter((on) => on[list]).length);
  return { sizes, observed: held.filter((on) => on.includes(true)).length };
}

const overlap = ({ sizes, observed }: ReturnType<typeof listsOf>): boolean =>
  sizes.reduce((sum, size) => sum + size, 0) > observed;

describe('unseenMembers', () => {
  it('is the estimator of Chapman for two lists', () => {
    expect(unseenMembers(lists).estimate).toBeCloseTo((16 * 12) / 7 - 1 - 20, 12);
  });

  it('is zero or more, above its bound, and the same in any order of the lists', () => {
    holds(
      fc.property(members.map(listsOf).filter(overlap), level, (given, coverage) => {
        const found = unseenMembers({ ...given, level: coverage });
        expect(found.estimate).toBeGreaterThanOrEqual(found.low);
        expect(found.low).toBeGreaterThanOrEqual(0);
        const turned = unseenMembers({ ...given, sizes: given.sizes.toReversed(), level: coverage });
        expect(turned.low).toBeCloseTo(found.low, 9);
        expect(turned.estimate).toBeCloseTo(found.estimate, 9);
      }),
    );
  });

  it('finds nobody unseen where one list holds all', () => {
    expect(unseenMembers({ sizes: [20, 7], observed: 20, level: 0.95 })).toEqual({ estimate: 0, low: 0 });
  });

  it.each([
    ['alike', [0.5, 0.5]],
    ['unequal, as broke the bound of Chao', [0.8, 0.15]],
    ['three', [0.6, 0.3, 0.1]],
  ])('bounds the truth from below at its level, lists %s', (_, shares) => {
    for (const size of [33, 137]) {
      const random = createRandom(size);
      let [given, held] = [0, 0];
      for (let sample = 0; sample < 400; sample += 1) {
        const found = listsOf(
          Array.from({ length: size }, () => [0, 1, 2, 3, 4].map((list) => random.next() < (shares[list] ?? 0))),
        );
        if (!overlap(found)) continue;
        given += 1;
        if (found.observed + unseenMembers({ ...found, level: 0.95 }).low <= size) held += 1;
      }
      expect(held / given).toBeGreaterThanOrEqual(0.93);
    }
  });

  it.each(notCounts)('refuses %s in place of a count', (value) => {
    expect(() => unseenMembers({ ...lists, observed: value })).toThrow(RangeError);
    expect(() => unseenMembers({ ...lists, sizes: [15, value] })).toThrow(RangeError);
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => unseenMembers({ ...lists, level: value })).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });

  it.each([14, 26])('refuses lists that cannot hold %s members', (observed) => {
    expect(() => unseenMembers({ ...lists, observed })).toThrow(
      new RangeError(
        `observed is ${observed}; allowed is a number from the longest list, 15, to one less than all lists together, 26.`,
      ),
    );
  });
});
