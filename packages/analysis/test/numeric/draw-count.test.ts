import { describe, expect, it } from 'vitest';
import {
  binomial,
  drawCount,
  drawMultinomial,
  hypergeometric,
  type CountDistribution,
} from '../../src/numeric/draw-count.ts';
import { createRandom } from '../../src/numeric/random.ts';

const DRAWS = 40_000;

/** Counts of draws by quarters of the distribution, beside their probabilities. */
function byQuarter({ least, most, logWeight, logScale }: CountDistribution, draws: readonly number[]) {
  const chances = Array.from({ length: most - least + 1 }, (_, place) =>
    Math.exp(logWeight(least + place) + logScale()),
  );
  let sum = 0;
  const upTo = chances.map((chance) => (sum += chance));
  const ends = [0.25, 0.5, 0.75].map((share) => upTo.findIndex((below) => below >= share));
  const chanceBelow = [...ends.map((end) => upTo[end] ?? 0), 1];
  const seenBelow = [...ends.map((end) => draws.filter((count) => count <= least + end).length), draws.length];
  const steps = (list: readonly number[]): number[] => list.map((value, place) => value - (list[place - 1] ?? 0));
  return { sum, chances: steps(chanceBelow), seen: steps(seenBelow) };
}

describe.each([
  ['few trials', binomial(6, 0.3)],
  ['many trials', binomial(2000, 0.37)],
  ['a rare success', binomial(100_000, 0.002)],
  ['an almost sure success', binomial(5000, 0.98)],
  ['a small urn', hypergeometric({ marked: 5, drawn: 4, total: 12 })],
  ['a large urn', hypergeometric({ marked: 700, drawn: 900, total: 2500 })],
  ['an urn nearly emptied', hypergeometric({ marked: 3000, drawn: 9000, total: 9500 })],
])('drawCount of %s', (_, distribution) => {
  const random = createRandom(20221124);
  const draws = Array.from({ length: DRAWS }, () => drawCount(distribution, random));

  it('has the mean and the variance of the distribution', () => {
    const mean = draws.reduce((sum, count) => sum + count, 0) / DRAWS;
    const variance = draws.reduce((sum, count) => sum + (count - mean) ** 2, 0) / DRAWS;
    expect(Math.abs(mean - distribution.mean)).toBeLessThan(5 * Math.sqrt(distribution.variance / DRAWS));
    expect(Math.abs(variance / distribution.variance - 1)).toBeLessThan(5 * Math.sqrt(3 / DRAWS));
  });

  it('falls into each quarter with its probability', () => {
    const { sum, chances, seen } = byQuarter(distribution, draws);
    expect(sum).toBeCloseTo(1, 9);
    chances.forEach((chance, place) => {
      const spread = Math.sqrt((chance * (1 - chance)) / DRAWS);
      expect(Math.abs((seen[place] ?? 0) / DRAWS - chance)).toBeLessThanOrEqual(5 * spread + 1e-12);
    });
  });

  it('has its peak at the mode', () => {
    const { least, most, mode, logWeight } = distribution;
    for (const other of [Math.max(least, mode - 1), Math.min(most, mode + 1)]) {
      expect(logWeight(other)).toBeLessThanOrEqual(logWeight(mode) + 1e-9);
    }
  });
});

describe('a distribution without choice', () => {
  it.each([
    ['no trials', binomial(0, 0.5), 0],
    ['no success', binomial(9, 0), 0],
    ['only successes', binomial(9, 1), 9],
    ['nothing marked', hypergeometric({ marked: 0, drawn: 4, total: 9 }), 0],
    ['everything drawn', hypergeometric({ marked: 4, drawn: 9, total: 9 }), 4],
  ])('draws with %s the one count there is', (_, distribution, count) => {
    expect(drawCount(distribution, createRandom(1))).toBe(count);
  });
});

describe('drawMultinomial', () => {
  it('deals out all draws, none of them to a category without weight', () => {
    const random = createRandom(1);
    for (const draws of [0, 1, 7, 100_000]) {
      const counts = drawMultinomial([0, 3, 0, 5, 1, 0], draws, random);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(draws);
      expect([counts[0], counts[2], counts[5]]).toEqual([0, 0, 0]);
    }
  });

  it('gives each category its share', () => {
    const random = createRandom(2);
    const draws = 400_000;
    const shares = drawMultinomial([1, 2, 3, 4], draws, random).map((count) => count / draws);
    shares.forEach((share, place) => {
      const chance = (place + 1) / 10;
      expect(Math.abs(share - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / draws));
    });
  });
});
