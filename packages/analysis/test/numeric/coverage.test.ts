import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '../../src/numeric/binomial-interval.ts';
import { binomialLogDensity, logFactorial } from '../../src/numeric/distributions.ts';
import { fisherExact2x2 } from '../../src/numeric/fisher-exact.ts';
import type { Interval } from '../../src/numeric/interval.ts';
import { poissonInterval } from '../../src/numeric/poisson-interval.ts';

const levels = [0.5, 0.9, 0.95, 0.99];

/** What the chances of all outcomes whose interval holds the true value add up to. */
function coverage(intervals: readonly Interval[], truth: number, chance: (outcome: number) => number): number {
  return intervals.reduce(
    (sum, { low, high }, outcome) => (low <= truth && truth <= high ? sum + chance(outcome) : sum),
    0,
  );
}

// Sums over all outcomes, not simulations. The smallest coverage may reach the level itself, up to rounding.
describe.each(levels)('at the level %s the true value is covered at least as often', (level) => {
  it('by the Garwood interval', () => {
    const intervals = Array.from({ length: 150 }, (_, count) => poissonInterval(count, 1, level));
    for (let mean = 0.05; mean < 60; mean += 0.35) {
      const chance = (count: number): number => Math.exp(count * Math.log(mean) - mean - logFactorial(count));
      expect(coverage(intervals, mean, chance)).toBeGreaterThanOrEqual(level - 1e-9);
    }
  });

  it.each([1, 2, 5, 12, 26, 72])('by the Clopper-Pearson interval of %s trials', (trials) => {
    const intervals = Array.from({ length: trials + 1 }, (_, successes) =>
      clopperPearsonInterval(successes, trials, level),
    );
    for (let probability = 0.005; probability < 1; probability += 0.005) {
      const chance = (successes: number): number => Math.exp(binomialLogDensity(successes, { trials, probability }));
      expect(coverage(intervals, probability, chance)).toBeGreaterThanOrEqual(level - 1e-9);
    }
  });

  it('by the exact interval of the odds ratio, given the margins 9, 7 and 8, 8', () => {
    const tables = Array.from({ length: 8 }, (_, place) => {
      const cell = place + 1;
      return [
        [cell, 9 - cell],
        [8 - cell, cell - 1],
      ];
    });
    const intervals = tables.map((table) => fisherExact2x2(table, level));
    const weights = tables.map((table) => Math.exp(-table.flat().reduce((sum, count) => sum + logFactorial(count), 0)));
    for (let logOdds = -6; logOdds <= 6; logOdds += 0.1) {
      const tilted = weights.map((weight, place) => weight * Math.exp(logOdds * place));
      const whole = tilted.reduce((sum, weight) => sum + weight, 0);
      const covered = coverage(intervals, Math.exp(logOdds), (place) => (tilted[place] ?? 0) / whole);
      expect(covered).toBeGreaterThanOrEqual(level - 1e-9);
    }
  });
});
