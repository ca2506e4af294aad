import { collectionWindow } from '@govexport/schema/vocabularies';
import type { Estimate, NotTested, Reason } from '../estimate.ts';
import { detectableGrowth } from '../numeric/detectable-growth.ts';
import { mannKendall } from '../numeric/mann-kendall.ts';
import { isOverdispersed, meanRatioInterval, type Dispersion } from '../numeric/overdispersion.ts';
import { permutationP, type PermutationOptions } from '../numeric/permutation.ts';
import { poissonTrend, type PoissonTrend } from '../numeric/poisson-regression.ts';
import { conditionalRateRatio } from '../numeric/rate-ratio.ts';
import { slopeTest } from '../numeric/slope-test.ts';
import { senSlope } from '../numeric/sen-slope.ts';
import type { TrendResult } from '../results/years.ts';
import type { Facts } from '../facts.ts';
import { map, type Plan } from '../query/plan.ts';
import { programsWhere } from './filter-where.ts';
import { computed, finiteOrNull, notComputable } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { tally, total } from './tallies.ts';
import { yearCount } from './yearly.ts';

export type { TrendResult };

/** Input of the statistic `trend`, with every default filled in. */
export interface TrendInput extends Filter, PermutationOptions {
  readonly level: number;
}

/** Programs of each year of the range, zeros included. */
export interface TrendCounts {
  readonly years: readonly number[];
  readonly counts: readonly number[];
  /** The last year of the range, left out because the collection does not cover it to its end, and its programs so far. */
  readonly incomplete: { readonly year: number; readonly count: number } | null;
}

/** Below so many programs a year most are ties, and the interval of Sen's slope covers in as few as one of five cases. */
const SEN_COUNTS_A_YEAR = 3;

/** Probability with which the smallest growth that is told would have shown. */
const POWER = 0.8;

type Halves = Exclude<TrendResult['halves'], NotTested>;

/** Counts the programs of each year that the collection covers to its end. */
export function planTrend(input: Filter, { meta }: Pick<Facts, 'meta'>): Plan<TrendCounts> {
  const end = collectionWindow(meta).incomplete ?? Infinity;
  const all = yearsOf(input);
  const years = all.filter((year) => year < end);
  const left = all.filter((year) => year >= end);
  const [year] = left;
  return map(tally('programs', programsWhere(input), { field: 'year' }), (programs) => {
    const countsOf = (list: readonly number[]): number[] => list.map((one) => programs.get(one) ?? 0);
    return {
      years,
      counts: countsOf(years),
      incomplete: year === undefined ? null : { year, count: total(countsOf(left)) },
    };
  });
}

/** Fits and tests the growth of the counts. */
export function inferTrend({ years, counts, incomplete }: TrendCounts, input: TrendInput): TrendResult {
  const trend = poissonTrend(years, counts, input.level);
  const { rate_ratio, ...tests } = trend.fitted ? fitted(trend, input.level) : notFitted(trend);
  return {
    n: total(counts),
    incomplete_year: incomplete,
    years: years.map((year, index) => ({
      ...yearCount(year, counts[index] ?? 0, input.level),
      ...(trend.fitted ? expectedOf(trend, index) : { expected: null, expected_low: null, expected_high: null }),
    })),
    rate_ratio,
    ...(trend.fitted ? limits(trend, years, { total: total(counts), level: input.level }) : noLimits(trend)),
    ...tests,
    slope_test: slope(years, counts, input),
    mann_kendall: kendall(counts, input),
    ...sen(years, counts, input.level),
    halves: halves(years, counts, input),
  };
}

function expectedOf({ expected, expected_intervals }: PoissonTrend, index: number) {
  const { low = NaN, high = NaN } = expected_intervals[index] ?? {};
  return {
    expected: finiteOrNull(expected[index] ?? NaN),
    expected_low: finiteOrNull(low),
    expected_high: finiteOrNull(high),
  };
}

function fitted(trend: PoissonTrend, level: number) {
  const spread = { estimate: trend.dispersion, df: trend.residual_df };
  const ratio = (interval: PoissonTrend['wald'], method: string): Estimate =>
    computed(trend.rate_ratio, interval, { method, level });
  return {
    rate_ratio: {
      headline: ratio(trend.headline, methodOf(spread)),
      wald: ratio(trend.wald, 'wald'),
      profile_likelihood: ratio(trend.profile, 'profile-likelihood'),
      quasi_poisson: ratio(trend.quasi, 'quasi-poisson'),
    },
    likelihood_ratio_test: { p_value: trend.p_value, statistic: trend.likelihood_ratio, df: 1 },
    dispersion: spread,
  };
}

/**
 * How far the growth rests on even collection, and how small a growth these counts could have shown. A share of the programs
 * that is found, if it rises by one factor a year, multiplies the rate ratio by that factor; over all years it is its power.
 */
function limits(
  trend: PoissonTrend,
  years: readonly number[],
  { total: n, level }: { readonly total: number; readonly level: number },
): Pick<TrendResult, 'tipping_point' | 'detectable_growth'> {
  const span = (years.at(-1) ?? 0) - (years[0] ?? 0);
  const dispersion = { estimate: trend.dispersion, df: trend.residual_df };
  const interval = { low: trend.headline.low ** span, high: trend.headline.high ** span };
  return {
    tipping_point: computed(trend.rate_ratio ** span, interval, { method: methodOf(dispersion), level }),
    detectable_growth: {
      rate_ratio: detectableGrowth({ years, total: n, dispersion, level, power: POWER }),
      power: POWER,
    },
  };
}

function noLimits({ reason, n, required }: { reason: Reason; n: number; required: number }) {
  return { tipping_point: notComputable(reason, n, required), detectable_growth: null };
}

function methodOf(dispersion: Dispersion): string {
  return isOverdispersed(dispersion) ? 'quasi-poisson' : 'profile-likelihood';
}

function notFitted({ reason, n, required }: { reason: Reason; n: number; required: number }) {
  const none = notComputable(reason, n, required);
  return {
    rate_ratio: { headline: none, wald: none, profile_likelihood: none, quasi_poisson: none },
    likelihood_ratio_test: { p_value: null, reason, n, required },
    dispersion: null,
  };
}

/** Whether counts in random order of the years lie as far from a level line. */
function slope(
  years: readonly number[],
  counts: readonly number[],
  { seed, permutations }: PermutationOptions,
): TrendResult['slope_test'] {
  if (years.length < 3) return { p_value: null, reason: 'too-few-years', n: years.length, required: 3 };
  if (total(counts) === 0) return { p_value: null, reason: 'no-records', n: 0, required: 1 };
  return { p_value: slopeTest(years, counts, { seed, permutations }), permutations };
}

/** The slope, with its interval only where there are so many counts that it covers. */
function sen(years: readonly number[], counts: readonly number[], level: number) {
  const found = senSlope(years, counts, level);
  if (found === null) return { sen_slope: null, sen_interval: notComputable('too-few-years', years.length, 2) };
  const required = SEN_COUNTS_A_YEAR * years.length;
  return {
    sen_slope: found.slope,
    sen_interval:
      total(counts) < required
        ? notComputable('too-few-records', total(counts), required)
        : computed(found.slope, found.interval, { method: 'kendall', level }),
  };
}

function kendall(counts: readonly number[], { seed, permutations }: PermutationOptions): TrendResult['mann_kendall'] {
  if (counts.length < 3) return { p_value: null, reason: 'too-few-years', n: counts.length, required: 3 };
  const test = mannKendall(counts, { seed, permutations });
  if (test.tau_b === null) return { p_value: null, reason: 'no-variation', n: 1, required: 2 };
  return {
    p_value: test.p_permutation,
    p_value_normal: test.p_normal,
    permutation: test.permutation,
    permutations: test.permutations,
    s: test.s,
    variance: test.variance,
    z: test.z,
    tau_b: test.tau_b,
  };
}

/**
 * The late half of the years against the early half, tested by moving years between them; of an odd number of years the
 * late half takes the middle one.
 */
function halves(
  years: readonly number[],
  counts: readonly number[],
  { level, seed, permutations }: TrendInput,
): TrendResult['halves'] {
  const middle = Math.floor(years.length / 2);
  const early = half(years.slice(0, middle), counts.slice(0, middle));
  const late = half(years.slice(middle), counts.slice(middle));
  if (early === null || late === null) {
    return { p_value: null, reason: 'too-few-years', n: years.length, required: 2 };
  }
  const { estimate, low, high, p_value } = conditionalRateRatio({
    count_a: late.count,
    exposure_a: late.years,
    count_b: early.count,
    exposure_b: early.years,
    level,
  });
  if (estimate === null) return { p_value: null, reason: 'no-records', n: 0, required: 1 };
  const { interval, dispersion } = meanRatioInterval(counts.slice(middle), counts.slice(0, middle), level);
  const difference = (order: readonly number[]): number =>
    Math.abs(total(order.slice(middle)) * early.years - total(order.slice(0, middle)) * late.years);
  const method = isOverdispersed(dispersion) ? 'quasi-poisson' : 'conditional-exact';
  return {
    ...{ early, late, dispersion },
    rate_ratio: computed(estimate, interval, { method, level }),
    rate_ratio_poisson: computed(estimate, { low, high }, { method: 'conditional-exact', level }),
    p_value: permutationP(counts, difference, { seed, permutations }),
    p_value_poisson: p_value,
  };
}

function half(years: readonly number[], counts: readonly number[]): Halves['early'] | null {
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined) return null;
  return { from, to, years: years.length, count: total(counts) };
}
