import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gwetAc1 } from '../../src/numeric/gwet-ac1.ts';
import { alphaInterval, krippendorffAlpha, type Unit } from '../../src/numeric/krippendorff-alpha.ts';
import { createRandom, type Random } from '../../src/numeric/random.ts';
import { holds, notLevels } from './seeded.ts';

const units = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: 2, maxLength: 4 }), {
  maxLength: 15,
});
const coded: readonly Unit[] = [
  ['a', 'a'],
  ['b', 'b'],
  ['a', 'b'],
  ['c', 'c'],
  ['a', 'a'],
  ['b', null],
  ['c', 'a'],
  ['b', 'b'],
];

describe('krippendorffAlpha', () => {
  it('is 1 where all agree on values that vary', () => {
    holds(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }),
        fc.integer({ min: 2, max: 5 }),
        (list, coders) => {
          const agreed = list.map((value) => Array.from({ length: coders }, () => value));
          const { alpha, percent_agreement } = krippendorffAlpha(agreed);
          expect(alpha).toBe(new Set(list).size > 1 ? 1 : null);
          expect(percent_agreement).toBe(list.length > 0 ? 1 : null);
        },
      ),
    );
  });

  it('knows no order of units and coders, nor the names of the values', () => {
    holds(
      fc.property(units, (list) => {
        const seen = krippendorffAlpha(list);
        const turned = krippendorffAlpha(list.toReversed().map((unit) => unit.toReversed()));
        const renamed = krippendorffAlpha(list.map((unit) => unit.map((value) => value && `${value}${value}`)));
        expect(renamed).toEqual(seen);
        expect(turned).toMatchObject({ pairable_units: seen.pairable_units, values: seen.values });
        expect(turned.alpha === null).toBe(seen.alpha === null);
        expect(Math.abs((turned.alpha ?? 0) - (seen.alpha ?? 0))).toBeLessThan(1e-12);
      }),
    );
  });

  it('does not see units with fewer than two values, nor missing ones', () => {
    holds(
      fc.property(units, (list) => {
        const padded = [['a'], [null, 'c'], [], ...list.map((unit) => [null, ...unit, null])];
        expect(krippendorffAlpha(padded)).toEqual(krippendorffAlpha(list));
      }),
    );
  });

  it('is at most 1 and not above the share of pairs that agree', () => {
    holds(
      fc.property(units, (list) => {
        const { alpha, percent_agreement } = krippendorffAlpha(list);
        if (alpha === null) return;
        expect(alpha).toBeLessThanOrEqual((percent_agreement ?? NaN) + 1e-12);
      }),
    );
  });

  it('is below zero where two coders never agree', () => {
    expect(
      krippendorffAlpha([
        ['a', 'b'],
        ['b', 'a'],
      ]).alpha,
    ).toBeCloseTo(-0.5, 12);
  });

  it('is null without pairs and without variation', () => {
    expect(krippendorffAlpha([])).toEqual({ alpha: null, pairable_units: 0, values: 0, percent_agreement: null });
    expect(krippendorffAlpha([['a', null]]).alpha).toBeNull();
    expect(
      krippendorffAlpha([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toMatchObject({ alpha: null, percent_agreement: 1 });
  });
});

describe('alphaInterval', () => {
  it('widens with the level, around alpha, and knows no order', () => {
    holds(
      fc.property(units, (list) => {
        const { alpha } = krippendorffAlpha(list);
        const [narrow, wide] = [0.6, 0.99].map((level) => alphaInterval(list, level));
        expect(narrow === null).toBe(wide === null);
        if (!narrow || !wide) return;
        expect(narrow.low).toBeLessThanOrEqual((alpha ?? NaN) + 1e-9);
        expect(narrow.high).toBeGreaterThanOrEqual((alpha ?? NaN) - 1e-9);
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-9);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-9);
        const turned = alphaInterval(list.toReversed(), 0.6);
        expect(turned?.low).toBeCloseTo(narrow.low, 9);
      }),
    );
  });

  it('is open below where all agree: by the chance that so many units show no disagreement', () => {
    const agreed = [...Array<Unit>(10).fill(['a', 'a']), ...Array<Unit>(10).fill(['b', 'b'])];
    const { low, high } = alphaInterval(agreed, 0.95) ?? {};
    expect(high).toBe(1);
    expect(low).toBeLessThan(0.75);
    expect(low).toBeGreaterThan(0.6);
  });

  it('counts repeated units as often as they occur', () => {
    const counted = alphaInterval([...new Set(coded)], 0.95, [3, 1, 1, 1, 1, 1, 2, 1]);
    const listed = alphaInterval([coded[0] ?? [], coded[0] ?? [], coded[6] ?? [], ...coded], 0.95);
    expect(counted?.low).toBeCloseTo(listed?.low ?? NaN, 12);
  });

  // Coders report the truth, drawn by the shares, or else draw a value of their own, which makes alpha the square.
  it.each([
    [2, [0.5, 0.5], 0.8],
    [2, [0.9, 0.1], 0.97],
    [3, [0.6, 0.3, 0.1], 0.6],
  ])('holds the truth of %s coders, shares %s, alpha %s', (coders, shares, alpha) => {
    const pick = (random: Random): string => {
      let left = random.next();
      return String(shares.findIndex((share) => (left -= share) < 0));
    };
    for (const size of [16, 59]) {
      const random = createRandom(size);
      let [given, held] = [0, 0];
      for (let sample = 0; sample < 400; sample += 1) {
        const drawn = Array.from({ length: size }, () => {
          const truth = pick(random);
          return Array.from({ length: coders }, () => (random.next() < Math.sqrt(alpha) ? truth : pick(random)));
        });
        const interval = alphaInterval(drawn, 0.95);
        if (interval === null) continue;
        given += 1;
        if (interval.low <= alpha && alpha <= interval.high) held += 1;
      }
      expect(held / given).toBeGreaterThanOrEqual(0.93);
    }
  });

  it('is null where alpha is, and for a single unit', () => {
    const same: Unit[] = [
      ['a', 'a'],
      ['a', 'a'],
    ];
    const single: Unit[] = [
      ['a', 'b'],
      ['a', null],
    ];
    for (const list of [[], same, single]) expect(alphaInterval(list, 0.95)).toBeNull();
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => alphaInterval(coded, value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});

describe('gwetAc1', () => {
  it('is 1 where all agree on values that vary, and null where they do not or nobody is paired', () => {
    expect(
      gwetAc1([
        ['a', 'a'],
        ['b', 'b', 'b'],
      ]),
    ).toBe(1);
    for (const list of [[], [['a', 'a']], [['a'], ['b', null]]]) expect(gwetAc1(list)).toBeNull();
  });

  it('stays high where one kind dominates and alpha falls', () => {
    const list: Unit[] = [...Array<Unit>(30).fill(['a', 'a']), ['a', 'b']];
    expect(krippendorffAlpha(list).alpha).toBeLessThan(0.1);
    expect(gwetAc1(list)).toBeGreaterThan(0.9);
  });
});
