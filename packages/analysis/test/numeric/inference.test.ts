import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedShareInterval } from '../../src/numeric/bounded-share.ts';
import { clopperPearsonInterval } from '../../src/numeric/binomial-interval.ts';
import { detectableGrowth } from '../../src/numeric/detectable-growth.ts';
import { overdispersedCount } from '../../src/numeric/draw-overdispersed.ts';
import { poissonTrend } from '../../src/numeric/poisson-regression.ts';
import { pooledShares } from '../../src/numeric/pooled-shares.ts';
import { createRandom, type Random } from '../../src/numeric/random.ts';
import { shareDifference } from '../../src/numeric/share-difference.ts';
import { trendStep } from '../../src/numeric/trend-step.ts';
import { holds, level, share } from './seeded.ts';

const samples = 400;

/** The share of samples, of those that are not null, that hold what they should. */
function held(seed: number, one: (random: Random) => boolean | null): number {
  const random = createRandom(seed);
  const given = Array.from({ length: samples }, () => one(random)).filter((found) => found !== null);
  expect(given.length).toBeGreaterThan(samples / 4);
  return given.filter(Boolean).length / given.length;
}

const binomial = (trials: number, chance: number, random: Random): number =>
  Array.from({ length: trials }, () => random.next() < chance).filter(Boolean).length;

describe('shareDifference', () => {
  it('turns around with its groups, within -1 and 1', () => {
    holds(
      fc.property(share, share, level, ([x, missA], [y, missB], coverage) => {
        const [a, b] = [
          { successes: x, trials: x + missA },
          { successes: y, trials: y + missB },
        ];
        const between = (first: typeof a, second: typeof a) =>
          shareDifference({
            ...{ successes_a: first.successes, trials_a: first.trials },
            ...{ successes_b: second.successes, trials_b: second.trials, level: coverage },
          });
        const { estimate, interval } = between(a, b);
        const turned = between(b, a);
        expect(turned.estimate).toBeCloseTo(-estimate, 12);
        expect(turned.interval.low).toBeCloseTo(-interval.high, 12);
        expect(interval.low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(interval.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it.each([
    [0.05, 0.3],
    [0.5, 0.5],
    [0.9, 0.7],
  ])('holds the difference of %s and %s', (first, second) => {
    for (const size of [16, 59]) {
      const found = held(size, (random) => {
        const [successes_a, successes_b] = [binomial(size / 2, first, random), binomial(size / 2, second, random)];
        const trials = Math.floor(size / 2);
        const { interval } = shareDifference({
          ...{ successes_a, trials_a: trials, successes_b, trials_b: trials, level: 0.95 },
        });
        return interval.low <= first - second && first - second <= interval.high;
      });
      expect(found).toBeGreaterThanOrEqual(0.93);
    }
  });
});

describe('boundedShareInterval', () => {
  it('is that of Clopper and Pearson where all is known, and within both bounds’ own intervals elsewhere', () => {
    holds(
      fc.property(share, fc.nat(50), level, ([yes, no], unknown, coverage) => {
        const trials = yes + no + unknown;
        const { low, high } = boundedShareInterval({ yes, unknown, trials, level: coverage });
        expect(low).toBeGreaterThanOrEqual(clopperPearsonInterval(yes, trials, coverage).low - 1e-9);
        expect(high).toBeLessThanOrEqual(clopperPearsonInterval(yes + unknown, trials, coverage).high + 1e-9);
        const known = boundedShareInterval({ yes, unknown: 0, trials: yes + no, level: coverage });
        expect(known.low).toBeCloseTo(clopperPearsonInterval(yes, yes + no, coverage).low, 9);
        expect(low).toBeLessThanOrEqual(yes / trials);
        expect(high).toBeGreaterThanOrEqual((yes + unknown) / trials);
      }),
    );
  });

  it.each(['no', 'yes'] as const)('holds the share where all unknown ones are %s', (truth) => {
    for (const size of [16, 137]) {
      const found = held(size, (random) => {
        const [yes, silent] = [binomial(size, 0.3, random), 0.1];
        const hidden = binomial(truth === 'yes' ? yes : size - yes, silent, random);
        const seen = truth === 'yes' ? yes - hidden : yes;
        const { low, high } = boundedShareInterval({ yes: seen, unknown: hidden, trials: size, level: 0.95 });
        return low <= 0.3 && 0.3 <= high;
      });
      expect(found).toBeGreaterThanOrEqual(0.93);
    }
  });
});

describe('pooledShares', () => {
  it('lies between the share of a group and that of all, and keeps groups of one size in order', () => {
    holds(
      fc.property(fc.array(share, { minLength: 2, maxLength: 8 }), (groups) => {
        const [yes, trials] = [groups.map(([x]) => x), groups.map(([x, no]) => x + no)];
        const { mean = NaN, shares = [] } = pooledShares(yes, trials) ?? {};
        shares.forEach((pooled, group) => {
          const raw = (yes[group] ?? NaN) / (trials[group] ?? NaN);
          expect(pooled).toBeGreaterThanOrEqual(Math.min(raw, mean) - 1e-12);
          expect(pooled).toBeLessThanOrEqual(Math.max(raw, mean) + 1e-12);
        });
      }),
    );
  });

  it('lies nearer to the truth of small groups than the raw shares do', () => {
    const [truths, trials] = [
      [0.1, 0.2, 0.3, 0.2, 0.15],
      [4, 20, 6, 12, 9],
    ];
    const found = held(1, (random) => {
      const yes = trials.map((number, group) => binomial(number, truths[group] ?? NaN, random));
      const off = (shares: readonly number[]): number =>
        shares.reduce((sum, one, group) => sum + (one - (truths[group] ?? NaN)) ** 2, 0);
      const pooled = pooledShares(yes, trials)?.shares ?? [];
      return off(pooled) < off(yes.map((x, group) => x / (trials[group] ?? NaN)));
    });
    expect(found).toBeGreaterThan(0.8);
  });

  it('refuses a group without trials', () => {
    expect(() => pooledShares([0, 1], [0, 2])).toThrow(
      new RangeError('trials[0] is 0; allowed is a number from one and from its successes, 0.'),
    );
  });
});

describe('detectableGrowth', () => {
  const years = Array.from({ length: 14 }, (_, year) => year);

  it.each([
    [33, 1],
    [137, 1],
    [137, 2.7],
  ])('shows in four of five samples of %s events, dispersion %s', (total, dispersion) => {
    const spread = dispersion === 1 ? null : { estimate: dispersion, df: 1e6 };
    const ratio = detectableGrowth({ years, total, dispersion: spread, level: 0.95, power: 0.8 }) ?? NaN;
    const weights = years.map((year) => ratio ** year);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const shown = held(total, (random) => {
      const counts = weights.map((weight) => overdispersedCount((total * weight) / all, dispersion, random));
      const trend = poissonTrend(years, counts, 0.95);
      if (!trend.fitted) return null;
      return dispersion === 1 ? trend.profile.low > 1 : trend.headline.low > 1;
    });
    expect(shown).toBeGreaterThan(0.7);
    expect(shown).toBeLessThan(0.9);
  });

  it('falls with the events, and is none for very few', () => {
    const of = (total: number) => detectableGrowth({ years, total, dispersion: null, level: 0.95, power: 0.8 });
    expect(of(2)).toBeNull();
    expect(of(1000)).toBeLessThan(of(100) ?? NaN);
  });
});

describe('trendStep', () => {
  const years = Array.from({ length: 20 }, (_, year) => 2000 + year);

  it('finds no step in a trend without one, in spite of growth', () => {
    for (const [growth, dispersion] of [
      [0.13, 1],
      [0.13, 2.7],
      [0, 1.5],
    ] as const) {
      const found = held(7, (random) => {
        const counts = years.map((_, year) => overdispersedCount(0.8 * Math.exp(growth * year), dispersion, random));
        const step = trendStep(years, counts, { year: 2004 + random.integer(12), level: 0.95 });
        return step && step.interval.low <= 1 && 1 <= step.interval.high;
      });
      expect(found).toBeGreaterThanOrEqual(0.93);
    }
  });

  it('agrees with itself: the interval lies on one side of 1 where p is small', () => {
    holds(
      fc.property(fc.array(fc.nat(9), { minLength: 7, maxLength: 20 }), fc.nat(20), (counts, place) => {
        const own = counts.map((_, year) => year);
        const found = trendStep(own, counts, { year: place % counts.length, level: 0.9 });
        if (found === null) return;
        expect(found.interval.low).toBeLessThanOrEqual(found.ratio);
        expect(found.interval.low > 1 || found.interval.high < 1).toBe(found.p_value < 0.1);
      }),
    );
  });

  it('is null where a side has too few years, or too few of them with a count', () => {
    expect(trendStep([1, 2, 3, 4, 5, 6], [1, 1, 1, 1, 1, 1], { year: 3, level: 0.95 })).toBeNull();
    expect(trendStep([1, 2, 3, 4, 5, 6, 7], [1, 0, 0, 1, 1, 1, 1], { year: 4, level: 0.95 })).toBeNull();
  });
});
