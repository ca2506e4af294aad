import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapAlpha, krippendorffAlpha, type Unit } from '../../src/numeric/krippendorff-alpha.ts';
import { percentileInterval } from '../../src/numeric/bootstrap.ts';
import { compareNumbers } from '../reference/compare.ts';
import { holds, notLevels } from './seeded.ts';

const options = { seed: 20221124, samples: 400, level: 0.95 };
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

describe('bootstrapAlpha', () => {
  it('has the ends of going through every resample', () => {
    const list: readonly Unit[] = [
      ['a', 'a'],
      ['b', 'b'],
      ['a', 'b'],
      ['b', 'b'],
    ];
    const places = [0, 1, 2, 3];
    const alphas = places
      .flatMap((first) =>
        places.flatMap((second) => places.flatMap((third) => places.map((last) => [first, second, third, last]))),
      )
      .map((drawn) => krippendorffAlpha(drawn.map((place) => list[place] ?? [])).alpha)
      .filter((alpha) => alpha !== null);
    const exact = percentileInterval(alphas, 0.7);
    const drawn = bootstrapAlpha(list, { seed: 1, samples: 20_000, level: 0.7 });
    expect(compareNumbers(drawn?.low ?? NaN, exact?.low ?? NaN)).toBeLessThan(1e-12);
    expect(compareNumbers(drawn?.high ?? NaN, exact?.high ?? NaN)).toBeLessThan(1e-12);
    const chance = alphas.length / 256;
    expect(Math.abs((drawn?.samples ?? NaN) / 20_000 - chance)).toBeLessThan(
      5 * Math.sqrt((chance * (1 - chance)) / 20_000),
    );
  });

  it('draws the same from the same seed', () => {
    const drawn = bootstrapAlpha(coded, options);
    expect(bootstrapAlpha(coded, options)).toEqual(drawn);
    expect(bootstrapAlpha(coded, { ...options, seed: 7 })).not.toEqual(drawn);
    expect(drawn?.samples).toBe(400);
    expect(drawn?.low).toBeCloseTo(-0.0837923728813557, 12);
    expect(drawn?.high).toBeCloseTo(1, 12);
  });

  it('widens with the level, around alpha', () => {
    const { alpha } = krippendorffAlpha(coded);
    const [narrow, wide] = [0.5, 0.99].map((level) => bootstrapAlpha(coded, { ...options, level }));
    expect(wide?.low).toBeLessThan(narrow?.low ?? NaN);
    expect(narrow?.low).toBeLessThan(alpha ?? NaN);
    expect(narrow?.high).toBeGreaterThan(alpha ?? NaN);
  });

  it('is null where alpha is, and for a single unit', () => {
    for (const list of [
      [],
      [['a', 'b']],
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      [
        ['a', 'b'],
        ['a', null],
      ],
    ]) {
      expect(bootstrapAlpha(list, options)).toBeNull();
    }
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => bootstrapAlpha(coded, { ...options, level: value })).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });
});
