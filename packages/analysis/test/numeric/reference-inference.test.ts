import { afterAll, describe, it } from 'vitest';
import { boundedShareInterval, type PartlyKnown } from '../../src/numeric/bounded-share.ts';
import { detectableGrowth, type GrowthDesign } from '../../src/numeric/detectable-growth.ts';
import { pooledShares } from '../../src/numeric/pooled-shares.ts';
import { shareDifference, type TwoShares } from '../../src/numeric/share-difference.ts';
import { trendStep } from '../../src/numeric/trend-step.ts';
import { comparer } from '../reference/compare-each.ts';
import { createCollector, readReference, type Reference } from '../reference/compare.ts';

interface Expected {
  readonly expected: Reference;
}

interface Cases {
  readonly difference: readonly (TwoShares & Expected)[];
  readonly bounds: readonly (PartlyKnown & Expected)[];
  readonly pooled: readonly ({ successes: number[]; trials: number[] } & Expected)[];
  readonly growth: readonly (GrowthDesign & Expected)[];
  readonly steps: readonly ({ years: number[]; counts: number[]; year: number; level: number } & Expected)[];
}

const cases = readReference<Cases>('inference.json');
const collector = createCollector();
const compareEach = comparer(collector);

describe('differences, bounds, pooling, power and steps agree with R', () => {
  afterAll(() => console.log(collector.summary()));

  it('difference of two shares: the published formula with prop.test()', () => {
    compareEach('shareDifference', cases.difference, (shares) => shareDifference(shares));
  });

  it('interval of a share with unknown values: uniroot() with pnorm(), and qbeta()', () => {
    compareEach('boundedShareInterval', cases.bounds, (share) => boundedShareInterval(share));
  });

  it('pooled shares: the published formula', () => {
    compareEach('pooledShares', cases.pooled, ({ successes, trials }) => pooledShares(successes, trials));
  });

  it('growth that would have shown: uniroot() of the published formula', () => {
    compareEach('detectableGrowth', cases.growth, (design) => detectableGrowth(design));
  });

  it('step beside a trend: glm()', () => {
    compareEach('trendStep', cases.steps, ({ years, counts, ...options }) => trendStep(years, counts, options));
  });
});
