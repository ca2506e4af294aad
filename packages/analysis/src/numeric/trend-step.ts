import { bisect, firstNotAbove } from './bisection.ts';
import { studentCritical, studentTwoSided } from './distributions.ts';
import type { Interval } from './interval.ts';
import { pearsonDispersion } from './overdispersion.ts';
import { logShares } from './poisson-regression.ts';
import { requireCounts, requireEqualLength, requireFinite, requireLevel } from './requirements.ts';

/** The year of a step, and the coverage of the interval. */
export interface StepOptions {
  readonly year: number;
  readonly level: number;
}

/** By what factor the expected count changes at a step, beside its trend. */
export interface TrendStep {
  readonly ratio: number;
  readonly interval: Interval;
  /** Logarithm of the ratio over its standard error. */
  readonly statistic: number;
  readonly p_value: number;
  /** Pearson's chi-square over its degrees of freedom. */
  readonly dispersion: number;
}

/** Years that each side needs, and those among them with a count: then there always is an estimate. */
export const stepNeeds = { years: 3, counted: 2 } as const;

/**
 * Interrupted series: a log-linear Poisson trend that goes on through a step, and the factor of the step. The year of the
 * step itself is left out. The standard error allows for counts that vary more than Poisson counts do and is never below
 * that of Poisson counts; interval and test take the quantile of Student's t.
 *
 * Given the total of each side, the likelihood is one of the slope alone, whose score falls; the step follows from it.
 *
 * R, with `fit <- glm(counts ~ years + (years > step), quasipoisson)` without the year of the step: `exp(coef(fit)[3])`, and
 * with its standard error over `min(1, sqrt(dispersion))` the quantiles and the probability of `qt` and `pt`.
 *
 * @see Wagner, A. K. et al. (2002). Segmented regression analysis of interrupted time series studies.
 * https://doi.org/10.1046/j.1365-2710.2002.00430.x
 * @see Wedderburn, R. W. M. (1974). Quasi-likelihood functions. https://doi.org/10.1093/biomet/61.3.439
 * @param years - one year a count
 * @returns null where a side has fewer years, or years with a count, than `stepNeeds`
 * @throws RangeError where an argument is outside what it allows
 * @example
 * trendStep([1, 2, 3, 4, 5, 6, 7], [1, 1, 1, 9, 2, 2, 2], { year: 4, level: 0.95 })?.ratio; // 2
 */
export function trendStep(
  years: readonly number[],
  counts: readonly number[],
  { year, level }: StepOptions,
): TrendStep | null {
  requireEqualLength(years, counts);
  requireFinite('years', years);
  requireCounts('counts', counts);
  requireLevel(level);
  const sides = [sideOf(years, counts, (one) => one < year), sideOf(years, counts, (one) => one > year)] as const;
  if (sides.some(({ distances, counted }) => distances.length < stepNeeds.years || counted < stepNeeds.counted)) {
    return null;
  }
  const slope = slopeOf(sides);
  const [before, after] = sides.map((side) => fitted(side, slope)) as [FittedSide, FittedSide];
  const logRatio = after.intercept - before.intercept;
  const variance =
    1 / before.total + 1 / after.total + (after.mean - before.mean) ** 2 / (before.information + after.information);
  const seen = [...sides[0].counts, ...sides[1].counts];
  const spread = pearsonDispersion(seen, [...before.expected, ...after.expected], 3);
  const [dispersion, df] = [spread?.estimate ?? 1, seen.length - 3];
  const error = Math.sqrt(variance * Math.max(1, dispersion));
  const margin = studentCritical(level, df) * error;
  return {
    ratio: Math.exp(logRatio),
    interval: { low: Math.exp(logRatio - margin), high: Math.exp(logRatio + margin) },
    statistic: logRatio / error,
    p_value: studentTwoSided(logRatio / error, df),
    dispersion,
  };
}

/** The years of one side, measured from the step, and their counts. */
interface Side {
  readonly distances: readonly number[];
  readonly counts: readonly number[];
  readonly counted: number;
  readonly total: number;
}

function sideOf(years: readonly number[], counts: readonly number[], within: (year: number) => boolean): Side {
  const places = years.flatMap((year, place) => (within(year) ? [place] : []));
  const middle = sum(years) / years.length;
  const own = places.map((place) => counts[place] ?? 0);
  return {
    distances: places.map((place) => (years[place] ?? 0) - middle),
    counts: own,
    counted: own.filter((count) => count > 0).length,
    total: sum(own),
  };
}

/** The slope at which the years that both sides expect are on average those of the counts. */
function slopeOf(sides: readonly Side[]): number {
  const score = (slope: number): number =>
    sum(
      sides.flatMap(({ distances, counts, total }) => {
        const shares = logShares(distances, slope);
        return distances.map(
          (distance, place) => distance * ((counts[place] ?? 0) - total * Math.exp(shares[place] ?? 0)),
        );
      }),
    );
  const level = score(0);
  if (level === 0) return 0;
  const sign = Math.sign(level);
  const mirrored = (size: number): number => sign * score(sign * size);
  return sign * bisect(mirrored, 0, firstNotAbove(mirrored, 0.01));
}

interface FittedSide {
  readonly intercept: number;
  readonly total: number;
  readonly expected: readonly number[];
  /** Mean distance of what is expected, and what the side tells of the slope. */
  readonly mean: number;
  readonly information: number;
}

function fitted({ distances, total }: Side, slope: number): FittedSide {
  const logs = logShares(distances, slope);
  const expected = logs.map((share) => total * Math.exp(share));
  const mean = sum(distances.map((distance, place) => distance * (expected[place] ?? 0))) / total;
  const [first = 0] = distances;
  return {
    intercept: Math.log(total) + (logs[0] ?? 0) - slope * first,
    ...{ total, expected, mean },
    information: sum(distances.map((distance, place) => (distance - mean) ** 2 * (expected[place] ?? 0))),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
