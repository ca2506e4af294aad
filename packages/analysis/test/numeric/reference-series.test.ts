import { afterAll, describe, expect, it } from 'vitest';
import { poissonChangePoint } from '../../src/numeric/change-point.ts';
import { gwetAc1 } from '../../src/numeric/gwet-ac1.ts';
import { alphaInterval, krippendorffAlpha, type Unit } from '../../src/numeric/krippendorff-alpha.ts';
import { medianInterval, quantile } from '../../src/numeric/quantiles.ts';
import { comparer } from '../reference/compare-each.ts';
import { createCollector, readReference, type Reference } from '../reference/compare.ts';

interface Series {
  readonly change_point: readonly { counts: number[]; expected: Reference }[];
  readonly change_orders: readonly { counts: number[]; p_value: number }[];
  readonly quantile: readonly { values: number[]; p: number; expected: Reference }[];
  readonly median_interval: readonly { values: number[]; level: number; expected: Reference }[];
}

/** The levels of R's intervals, in their order. */
const levels = [0.5, 0.9, 0.95, 0.999];

const series = readReference<Series>('series.json');
const coded = readReference<{ agreement: readonly { units: Unit[]; expected: Reference }[] }>('agreement.json');
const collector = createCollector();
const compareEach = comparer(collector);

describe('series and agreement agree with R', () => {
  afterAll(() => console.log(collector.summary()));

  it('change of a Poisson rate: the ratio of likelihoods by dpois', () => {
    compareEach('poissonChangePoint', series.change_point, ({ counts }) =>
      poissonChangePoint(counts, { seed: 1, permutations: 1 }),
    );
  });

  it('change of a Poisson rate: p within five standard errors of going through every order', () => {
    const permutations = 40_000;
    for (const { counts, p_value } of series.change_orders) {
      const p = poissonChangePoint(counts, { seed: 1, permutations })?.p_value ?? NaN;
      expect(Math.abs(p - p_value)).toBeLessThan(
        5 * Math.sqrt((p_value * (1 - p_value)) / permutations) + 1 / permutations,
      );
    }
  });

  it('quantile: quantile of type 7', () => {
    compareEach('quantile', series.quantile, ({ values, p }) => quantile(values, p));
  });

  it('interval of the median: order statistics with pbinom', () => {
    compareEach('medianInterval', series.median_interval, ({ values, level }) => medianInterval(values, level));
  });

  it("Krippendorff's alpha: the coincidence matrix, and the published examples", () => {
    compareEach('agreement', coded.agreement, ({ units }) => ({
      ...krippendorffAlpha(units),
      ac1: gwetAc1(units),
      intervals: levels.map((level) => alphaInterval(units, level)),
    }));
    const published = coded.agreement.slice(0, 3).map(({ units }) => krippendorffAlpha(units).alpha?.toFixed(3));
    expect(published).toEqual(['0.095', '0.692', '0.743']);
  });
});
