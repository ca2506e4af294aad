import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, splitmix32, xoshiro128 } from '../../src/numeric/random.ts';
import { holds } from './seeded.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

function take(length: number, draw: () => number): number[] {
  return Array.from({ length }, draw);
}

// Printed by xoshiro128starstar.c 1.1 of David Blackman and Sebastiano Vigna (public domain), compiled with gcc 12.
describe('xoshiro128**', () => {
  it.each([
    [
      [1, 2, 3, 4],
      [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
    ],
    [
      [4294967295, 4294967295, 4294967295, 4294967295],
      [
        4294962679, 4294962679, 4292019319, 2943360, 1509943680, 246671744, 2681405836, 4051244843, 1053453815,
        832600121,
      ],
    ],
  ])('gives from the state %j what the reference program gives', (state, expected) => {
    expect(take(10, xoshiro128(state))).toEqual(expected);
  });

  it('gives the same millionth number', () => {
    expect(take(1_000_000, xoshiro128([1, 2, 3, 4])).at(-1)).toBe(3457443141);
  });
});

// Printed by the same program with its state filled by splitmix32 in 32-bit C arithmetic.
describe.each([
  [0, [1684164658, 3653269916, 2939563536, 2141751570], [1789933344, 44971166, 2521387044, 3848737593]],
  [1, [1580013426, 350525680, 3524174333, 3011703609], [393288148, 2174103013, 3814759091, 2092745082]],
  [20221124, [2019219232, 2699955537, 2748297274, 3025201841], [3962281762, 1490524500, 1980121064, 3760185616]],
  [4294967295, [3950124170, 4293442868, 1302505678, 2762329221], [4104197751, 1825856343, 1152209388, 2427537429]],
])('the seed %s', (seed, state, expected) => {
  it('fills the state', () => expect(splitmix32(seed, 4)).toEqual(state));

  it('starts the sequence', () => {
    const random = createRandom(seed);
    expect(take(4, () => random.next() * 2 ** 32)).toEqual(expected);
  });
});

describe('createRandom', () => {
  it('gives equal numbers for equal seeds, 0 or more and below 1', () => {
    holds(
      fc.property(seeds, (seed) => {
        const [first, second] = [createRandom(seed), createRandom(seed)];
        const drawn = take(20, () => first.next());
        expect(take(20, () => second.next())).toEqual(drawn);
        expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
      }),
    );
  });

  it('keeps whole numbers below their bound', () => {
    holds(
      fc.property(seeds, fc.integer({ min: 1, max: 2 ** 32 }), (seed, below) => {
        const random = createRandom(seed);
        const drawn = take(20, () => random.integer(below));
        expect(drawn.every((value) => Number.isInteger(value) && value >= 0 && value < below)).toBe(true);
      }),
    );
  });

  it.each([2, 3, 6, 7, 100])('gives every whole number below %s about as often', (below) => {
    const random = createRandom(20221124);
    const draws = 1000 * below;
    const counts = take(below, () => 0);
    for (let draw = 0; draw < draws; draw += 1) {
      const value = random.integer(below);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, seen) => sum + (seen - 1000) ** 2 / 1000, 0);
    // Above the mean of the chi-square distribution by less than four of its standard deviations.
    expect(chiSquare).toBeLessThan(below - 1 + 4 * Math.sqrt(2 * (below - 1)));
  });

  it('draws again where a bound does not divide the range, so that no number is favoured', () => {
    // Of a bound of three quarters of the range, taking remainders would favour the first third two to one.
    const random = createRandom(1);
    const bound = 3 * 2 ** 30;
    const low = take(30_000, () => random.integer(bound)).filter((value) => value < 2 ** 30).length;
    expect(Math.abs(low - 10_000)).toBeLessThan(4 * Math.sqrt((30_000 * 2) / 9));
  });

  it.each([-1, 0.5, 2 ** 32, NaN])('refuses the seed %s', (seed) => {
    expect(() => createRandom(seed)).toThrow(
      new RangeError(`seed is ${seed}; allowed is a whole number from 0 to 4294967295.`),
    );
  });

  it.each([0, -1, 1.5, 2 ** 32 + 1, NaN])('refuses the bound %s', (below) => {
    expect(() => createRandom(1).integer(below)).toThrow(
      new RangeError(`below is ${below}; allowed is a whole number from 1 to 4294967296.`),
    );
  });
});
