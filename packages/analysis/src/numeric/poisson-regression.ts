import { bisect, firstNotAbove } from './bisection.ts';
import { chiSquareQuantile, chiSquareUpperTail, normalCritical, studentCritical } from './distributions.ts';
import type { Interval } from './interval.ts';
import { around, isOverdispersed, pearsonDispersion, varianceInflation } from './overdispersion.ts';
import { requireCount, requireEqualLength, requireFinite, requireLevel } from './requirements.ts';

/** What a log-linear Poisson trend says. Every ratio is the factor by which the expected count changes in a year. */
export interface PoissonTrend {
  readonly fitted: true;
  readonly rate_ratio: number;
  readonly wald: Interval;
  readonly profile: Interval;
  /** Wald interval by the quantile of Student's t, times the square root of the dispersion. */
  readonly quasi: Interval;
  /** The profile interval; where the dispersion is above 1 the farther end of it and the quasi-Poisson one on either side. */
  readonly headline: Interval;
  readonly likelihood_ratio: number;
  readonly p_value: number;
  /** Pearson's chi-square divided by its degrees of freedom: 1 where the counts vary as Poisson counts do. */
  readonly dispersion: number;
  readonly residual_df: number;
  /** Expected count of each year, in the order of the years. */
  readonly expected: readonly number[];
  /**
   * Wald interval of each expected count, made on the scale of its logarithm and widened as the quasi-Poisson interval is
   * where the dispersion is above 1; an end can be 0 or infinite.
   */
  readonly expected_intervals: readonly Interval[];
}

/** Why no trend was fitted. */
export interface NotFitted {
  readonly fitted: false;
  readonly reason: 'too-few-years' | 'no-records' | 'one-sided-counts';
  /** How many of what is required there are: years, or records. */
  readonly n: number;
  readonly required: number;
}

/** The fewest years that leave a degree of freedom for the dispersion. */
const REQUIRED_YEARS = 3;

/**
 * Log-linear Poisson trend of counts a year, with Wald, profile-likelihood and quasi-Poisson intervals of the rate ratio.
 *
 * The intercept is taken out of the likelihood in closed form, which leaves a concave function of the slope alone. Its
 * maximum is the one that iteratively reweighted least squares approaches, found here to the last digit. The quasi-Poisson
 * interval uses the quantile of Student's t, because its dispersion is estimated.
 *
 * R, with `fit <- glm(counts ~ years, poisson)`: `exp(coef(fit)[2])`, `exp(confint.default(fit))[2, ]`,
 * `exp(confint(fit))[2, ]` up to that function's interpolation, `anova(fit, test = "LRT")`, and, with `quasi <-
 * coef(summary(glm(counts ~ years, quasipoisson)))[2, ]`, `exp(quasi[1] + c(-1, 1) * qt(p, df) * quasi[2])`; with `p <-
 * predict(fit, se.fit = TRUE)` the interval of each expected count is `exp(p$fit + c(-z, z) * p$se.fit)`, or with `qt(p, df)
 * * sqrt(dispersion)` in the place of `z`.
 *
 * @see Nelder, J. A. & Wedderburn, R. W. M. (1972). Generalized linear models. https://doi.org/10.2307/2344614
 * @see Venzon, D. J. & Moolgavkar, S. H. (1988). Profile-likelihood confidence intervals. https://doi.org/10.2307/2347496
 * @see Wedderburn, R. W. M. (1974). Quasi-likelihood functions. https://doi.org/10.1093/biomet/61.3.439
 * @param years - one year a count, in any order
 * @returns the trend; or, as a value, why there is none
 * @throws RangeError where an argument is outside what it allows
 * @example
 * poissonTrend([2007, 2008, 2009], [1, 2, 4], 0.95); // { fitted: true, rate_ratio: 2, ... }
 */
export function poissonTrend(
  years: readonly number[],
  counts: readonly number[],
  level: number,
): PoissonTrend | NotFitted {
  requireEqualLength(years, counts);
  requireFinite('years', years);
  counts.forEach((count, index) => requireCount(`counts[${index}]`, count));
  requireLevel(level);
  return refusal(years, counts) ?? describe(fit(years, counts), level);
}

function refusal(years: readonly number[], counts: readonly number[]): NotFitted | null {
  const distinct = new Set(years).size;
  const total = sum(counts);
  if (distinct < REQUIRED_YEARS) {
    return { fitted: false, reason: 'too-few-years', n: distinct, required: REQUIRED_YEARS };
  }
  if (total === 0) return { fitted: false, reason: 'no-records', n: 0, required: 1 };
  const counted = years.filter((_, index) => counts[index] !== 0);
  if (isOneSided(counted, years)) return { fitted: false, reason: 'one-sided-counts', n: 1, required: 2 };
  return null;
}

function isOneSided(counted: readonly number[], years: readonly number[]): boolean {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return counted.every((year) => year === first) || counted.every((year) => year === last);
}

/** The fitted line, with years measured from the mean year of the records: there the likelihood is free of cancellation. */
interface Fit {
  readonly counts: readonly number[];
  readonly centred: readonly number[];
  readonly slope: number;
  /** Share of all records that the line expects in each year, and its logarithm, which does not underflow. */
  readonly weights: readonly number[];
  readonly logWeights: readonly number[];
  readonly standardError: number;
}

function fit(years: readonly number[], counts: readonly number[]): Fit {
  const total = sum(counts);
  // The mean year lies near the year with most records: measured from there it keeps its digits.
  const origin = years[counts.indexOf(Math.max(...counts))] ?? 0;
  const mean = sum(years.map((year, index) => (year - origin) * (counts[index] ?? 0))) / total;
  const centred = years.map((year) => year - origin - mean);
  const slope = maximum(centred);
  const logWeights = logShares(centred, slope);
  const weights = logWeights.map((weight) => Math.exp(weight));
  const variance = sum(centred.map((x, index) => x * x * (weights[index] ?? 0)));
  return { counts, centred, slope, weights, logWeights, standardError: 1 / Math.sqrt(total * variance) };
}

/** The slope at which the expected mean year is the mean year of the records: the zero of the score. */
function maximum(centred: readonly number[]): number {
  const score = (slope: number): number =>
    -sum(logShares(centred, slope).map((share, index) => Math.exp(share) * (centred[index] ?? 0)));
  const step = 1 / (Math.max(...centred) - Math.min(...centred));
  if (score(0) === 0) return 0;
  if (score(0) > 0) return bisect(score, 0, firstNotAbove(score, step));
  const mirrored = (size: number): number => -score(-size);
  return -bisect(mirrored, 0, firstNotAbove(mirrored, step));
}

/** Logarithm of the share of all records that a slope expects in each year. */
export function logShares(centred: readonly number[], slope: number): number[] {
  const exponents = centred.map((x) => slope * x);
  const whole = logSumOfExponentials(exponents);
  return exponents.map((exponent) => exponent - whole);
}

function logSumOfExponentials(exponents: readonly number[]): number {
  // Without the largest taken off, a steep slope would overflow.
  const largest = Math.max(...exponents);
  return largest + Math.log(sum(exponents.map((exponent) => Math.exp(exponent - largest))));
}

/** How much the deviance rises when the slope moves away from its estimate. */
function devianceRise({ counts, centred, weights, logWeights }: Fit, move: number): number {
  const exponents = centred.map((x) => move * x);
  // The plain formula overflows for a far move; near the estimate only expm1 and log1p keep the digits.
  if (Math.max(...exponents) > 1) {
    return (
      2 * sum(counts) * logSumOfExponentials(exponents.map((exponent, index) => exponent + (logWeights[index] ?? 0)))
    );
  }
  const excess = sum(exponents.map((exponent, index) => (weights[index] ?? 0) * Math.expm1(exponent)));
  return Math.max(0, 2 * sum(counts) * Math.log1p(excess));
}

function profileInterval(line: Fit, level: number): Interval {
  const critical = chiSquareQuantile(level, 1);
  const room = (move: number): number => critical - devianceRise(line, move);
  const end = (step: number): number => Math.exp(line.slope + bisect(room, 0, firstNotAbove(room, step)));
  return { low: end(-line.standardError), high: end(line.standardError) };
}

function waldInterval(line: Fit, margin: number): Interval {
  return { low: Math.exp(line.slope - margin), high: Math.exp(line.slope + margin) };
}

/** Measured from the mean year of the records, level and slope vary independently, so that their variances add up. */
function expectedIntervals({ counts, centred, logWeights, standardError }: Fit, critical: number): Interval[] {
  const total = sum(counts);
  return centred.map((x, index) => {
    const logarithm = Math.log(total) + (logWeights[index] ?? 0);
    const margin = critical * Math.sqrt(1 / total + (x * standardError) ** 2);
    return { low: Math.exp(logarithm - margin), high: Math.exp(logarithm + margin) };
  });
}

function describe(line: Fit, level: number): PoissonTrend {
  const total = sum(line.counts);
  const expected = line.weights.map((share) => total * share);
  const residualDf = expected.length - 2;
  const spread = pearsonDispersion(line.counts, expected, 2);
  const dispersion = spread?.estimate ?? 0;
  const likelihoodRatio = devianceRise(line, -line.slope);
  const critical = normalCritical(level);
  const margin = critical * line.standardError;
  const quasi = waldInterval(line, studentCritical(level, residualDf) * line.standardError * Math.sqrt(dispersion));
  const profile = profileInterval(line, level);
  return {
    fitted: true,
    rate_ratio: Math.exp(line.slope),
    wald: waldInterval(line, margin),
    profile,
    quasi,
    headline: isOverdispersed(spread) ? around(profile, quasi) : profile,
    likelihood_ratio: likelihoodRatio,
    p_value: chiSquareUpperTail(likelihoodRatio),
    dispersion,
    residual_df: residualDf,
    expected,
    expected_intervals: expectedIntervals(line, critical * Math.sqrt(varianceInflation(spread, level))),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
