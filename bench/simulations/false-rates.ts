import { poissonChangePoint } from '@govexport/analysis/numeric/change-point';
import { overdispersedCount } from '@govexport/analysis/numeric/draw-overdispersed';
import { holmAdjusted } from '@govexport/analysis/numeric/holm';
import { mannKendall } from '@govexport/analysis/numeric/mann-kendall';
import { permutationP } from '@govexport/analysis/numeric/permutation';
import { poissonTrend } from '@govexport/analysis/numeric/poisson-regression';
import type { Random } from '@govexport/analysis/numeric/random';
import { richnessTest } from '@govexport/analysis/numeric/richness-test';
import { slopeTest } from '@govexport/analysis/numeric/slope-test';
import { level } from './trial.ts';

/** Arrangements of each test; more would find no fewer differences that are not there. */
const permutations = 199;

/** One test or rule over samples in which nothing differs: whether it finds something. */
export interface NullTrial {
  readonly test: string;
  readonly sample: string;
  readonly finds: (n: number, random: Random) => boolean;
}

const seedOf = (random: Random): number => random.integer(2 ** 32);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function ofSeries(dispersion: number): NullTrial[] {
  const trial = (test: string, finds: (counts: number[], seed: number) => boolean): NullTrial => ({
    ...{ test, sample: `14 years without a trend, dispersion ${dispersion}` },
    finds: (n, random) => {
      const counts = Array.from({ length: 14 }, () => overdispersedCount(n / 14, dispersion, random));
      return finds(counts, seedOf(random));
    },
  });
  const slope = (counts: number[], seed: number): number =>
    slopeTest([...counts.keys()], counts, { seed, permutations });
  return [
    trial('Permutation test of the slope (trend)', (counts, seed) => slope(counts, seed) < 1 - level),
    trial('Permutation test of the halves (trend)', (counts, seed) => {
      const difference = (order: readonly number[]) => Math.abs(sum(order.slice(7)) - sum(order.slice(0, 7)));
      return permutationP(counts, difference, { seed, permutations }) < 1 - level;
    }),
    trial(
      'Mann-Kendall test (trend)',
      (counts, seed) => mannKendall(counts, { seed, permutations }).p_permutation < 1 - level,
    ),
    trial('Permutation test of a change (changepoint)', (counts, seed) => {
      const change = poissonChangePoint(counts, { seed, permutations });
      return change !== null && change.p_value < 1 - level;
    }),
    trial('Claim of a rise: any verdict but not supported', (counts, seed) => {
      const trend = poissonTrend([...counts.keys()], counts, level);
      if (!trend.fitted) return false;
      const tested = slope(counts, seed) < 1 - level;
      const { low, high } = trend.headline;
      return low > 1 || (tested && (trend.rate_ratio > 1 || high < 1));
    }),
  ];
}

/** Four kinds of names, of which the claim of a wider scope reads the first two. */
function ofScope(early: number): NullTrial {
  const kinds = [
    [8, 1],
    [20, 1],
    [20, 1],
    [40, 3],
  ] as const;
  return {
    test: 'Claim of a wider scope: any verdict but not supported',
    sample: `${100 * early}% of the programs in the early half, 8 sectors, 20 hosts`,
    finds: (n, random) => {
      const p = kinds.map(([different, each]) => {
        const units = Array.from({ length: n }, (_, index) => ({
          kinds: [...new Set(Array.from({ length: each }, () => random.integer(different)))],
          ...(index < early * n ? { early: 1, late: 0 } : { early: 0, late: 1 }),
        }));
        return richnessTest(units, { seed: seedOf(random), permutations })?.p_value ?? 1;
      });
      return holmAdjusted(p)
        .slice(0, 2)
        .some((value) => value < 1 - level);
    },
  };
}

/** Every test and rule that a verdict rests on, over samples in which nothing differs. */
export const nullTrials: readonly NullTrial[] = [...[1, 1.5, 2.7].flatMap(ofSeries), ofScope(0.5), ofScope(0.25)];
