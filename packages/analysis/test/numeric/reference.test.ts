import { afterAll, describe, it } from 'vitest';
import { clopperPearsonInterval, oddsInterval, wilsonInterval } from '../../src/numeric/binomial-interval.ts';
import { goodmanIntervals } from '../../src/numeric/goodman-interval.ts';
import type { Interval } from '../../src/numeric/interval.ts';
import { mannKendall } from '../../src/numeric/mann-kendall.ts';
import { meanInterval, meanRatioInterval } from '../../src/numeric/overdispersion.ts';
import { poissonInterval } from '../../src/numeric/poisson-interval.ts';
import { poissonTrend } from '../../src/numeric/poisson-regression.ts';
import { conditionalRateRatio, type TwoCounts } from '../../src/numeric/rate-ratio.ts';
import { senSlope } from '../../src/numeric/sen-slope.ts';
import { comparer } from '../reference/compare-each.ts';
import { createCollector, readReference, type Reference } from '../reference/compare.ts';

interface Share {
  readonly successes: number;
  readonly trials: number;
  readonly level: number;
  readonly expected: { readonly clopper_pearson: Reference; readonly wilson: Reference };
}

interface Cases {
  readonly garwood: readonly { count: number; exposure: number; level: number; expected: Reference }[];
  readonly share: readonly Share[];
  readonly goodman: readonly { counts: number[]; level: number; expected: Reference }[];
  readonly rate_ratio: readonly (TwoCounts & { expected: Reference })[];
  readonly poisson_trend: readonly { years: number[]; counts: number[]; level: number; expected: Reference }[];
  readonly overdispersed: readonly { counts: number[]; level: number; mean: Reference; ratio: Reference }[];
  readonly large: readonly { successes: number; failures: number; level: number; expected: Reference }[];
  readonly mann_kendall: readonly { values: number[]; expected: Reference }[];
  readonly sen_slope: readonly { x: number[]; y: number[]; level: number; expected: Reference }[];
}

const cases = readReference<Cases>('numeric.json');
const collector = createCollector();
const compareEach = comparer(collector);

describe('agrees with R', () => {
  afterAll(() => console.log(collector.summary()));

  it('Garwood interval: poisson.test of one count', () => {
    compareEach('garwood', cases.garwood, ({ count, exposure, level }) => poissonInterval(count, exposure, level));
  });

  it('Clopper-Pearson interval: binom.test; Wilson interval: prop.test', () => {
    compareEach<Share & { expected: Reference }>('share', cases.share, ({ successes, trials, level }): unknown => ({
      clopper_pearson: clopperPearsonInterval(successes, trials, level),
      wilson: wilsonInterval(successes, trials, level),
    }));
  });

  it('Goodman intervals: the published formula with qchisq', () => {
    compareEach('goodman', cases.goodman, ({ counts, level }): Interval[] => goodmanIntervals(counts, level));
  });

  it('conditional rate ratio: poisson.test of two counts', () => {
    compareEach('rate_ratio', cases.rate_ratio, ({ expected, ...input }) => {
      const ratio = conditionalRateRatio(input);
      return expected === null ? ratio.estimate : ratio;
    });
  });

  // glm() stops when the deviance settles, and confint() interpolates; the script says how it gets all digits instead.
  it('Poisson trend: glm with a log link, and its profile by solving the deviance equation', () => {
    compareEach('poisson_trend', cases.poisson_trend, ({ years, counts, level }) => {
      const trend = poissonTrend(years, counts, level);
      return trend.fitted ? trend : null;
    });
  });

  it('shares, odds and counts of up to a thousand million: qbeta of both tails, and poisson.test', () => {
    compareEach('large', cases.large, ({ successes, failures, level }): unknown => ({
      share: clopperPearsonInterval(successes, successes + failures, level),
      odds: oddsInterval(successes, failures, level),
      count: poissonInterval(successes, 1, level),
    }));
  });

  it('intervals of means that allow for their dispersion: qgamma, qbeta and qt', () => {
    const list = cases.overdispersed.map(({ mean, ratio, ...asked }) => ({ ...asked, expected: { mean, ratio } }));
    compareEach('overdispersed', list, ({ counts, level, expected }): unknown => {
      const middle = Math.floor(counts.length / 2);
      const [early, late] = [counts.slice(0, middle), counts.slice(middle)];
      return {
        mean: meanInterval(counts, level),
        ratio: expected.ratio === null ? null : meanRatioInterval(late, early, level),
      };
    });
  });

  // cor.test() has no exact p value with ties; the script goes through all orders or counts them.
  it('Mann-Kendall: cor and cor.test by Kendall, every order gone through for up to seven values', () => {
    compareEach('mann_kendall', cases.mann_kendall, ({ values }) => mannKendall(values, { seed: 1, permutations: 1 }));
  });

  it('Sen slope: the median of all slopes, and its interval by their ranks', () => {
    compareEach('sen_slope', cases.sen_slope, ({ x, y, level }) => senSlope(x, y, level));
  });
});
