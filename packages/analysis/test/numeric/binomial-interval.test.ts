import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval, wilsonInterval } from '../../src/numeric/binomial-interval.ts';
import { holds, level, notCounts, notLevels, share } from './seeded.ts';

const methods = { clopperPearsonInterval, wilsonInterval };

describe.each(Object.entries(methods))('%s', (_, interval) => {
  it('contains the share and stays between 0 and 1', () => {
    holds(
      fc.property(share, level, ([successes, failures], coverage) => {
        const trials = successes + failures;
        const { low, high } = interval(successes, trials, coverage);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(successes / trials);
        expect(high).toBeGreaterThanOrEqual(successes / trials);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is mirrored when failures are counted in place of successes', () => {
    holds(
      fc.property(share, level, ([successes, failures], coverage) => {
        const seen = interval(successes, successes + failures, coverage);
        const mirrored = interval(failures, successes + failures, coverage);
        expect(seen.low).toBeCloseTo(1 - mirrored.high, 12);
        expect(seen.high).toBeCloseTo(1 - mirrored.low, 12);
      }),
    );
  });

  it('narrows when the same share is seen in twice the trials', () => {
    holds(
      fc.property(share, level, ([successes, failures], coverage) => {
        const once = interval(successes, successes + failures, coverage);
        const twice = interval(2 * successes, 2 * (successes + failures), coverage);
        expect(twice.high - twice.low).toBeLessThan(once.high - once.low);
      }),
    );
  });

  it('widens with the level', () => {
    const [narrow, wide] = [interval(8, 13, 0.9), interval(8, 13, 0.99)];
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
  });

  it('ends exactly at 0 and 1 where none or all are successes', () => {
    expect(interval(0, 26, 0.95).low).toBe(0);
    expect(interval(26, 26, 0.95).high).toBe(1);
  });

  it.each(notCounts)('refuses %s successes and trials', (value) => {
    const allowed = 'allowed is a whole number of zero or more.';
    expect(() => interval(value, 10, 0.95)).toThrow(new RangeError(`successes is ${value}; ${allowed}`));
    expect(() => interval(0, value, 0.95)).toThrow(new RangeError(`trials is ${value}; ${allowed}`));
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() => interval(1, 2, value)).toThrow(
      new RangeError(`level is ${value}; allowed is a number above 0 and below 1.`),
    );
  });

  it('refuses no trials, and more successes than trials', () => {
    expect(() => interval(0, 0, 0.95)).toThrow(
      new RangeError('trials is 0; allowed is a whole number of one or more.'),
    );
    expect(() => interval(3, 2, 0.95)).toThrow(
      new RangeError('successes is 3; allowed is at most the number of trials, 2.'),
    );
  });
});

it('the Clopper-Pearson interval covers at least as often as its level says', () => {
  const trials = 12;
  for (const probability of [0.01, 0.1, 0.3, 0.5, 0.77]) {
    let covered = 0;
    let ways = 1;
    for (let successes = 0; successes <= trials; successes += 1) {
      const { low, high } = clopperPearsonInterval(successes, trials, 0.9);
      const chance = ways * probability ** successes * (1 - probability) ** (trials - successes);
      if (low <= probability && probability <= high) covered += chance;
      ways = (ways * (trials - successes)) / (successes + 1);
    }
    expect(covered).toBeGreaterThanOrEqual(0.9);
  }
});
