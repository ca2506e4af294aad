import { z } from 'zod';
import { Count, Estimate, Finite, NotTested } from '../estimate.ts';
import { once } from '@govexport/schema';

/** The count of a year with its interval. */
export const yearCountShape = once(() => ({
  year: z.int(),
  count: Count.describe('Programs that started in the year.'),
  low: Finite.describe('Lower end of the Garwood interval of the expected count.'),
  high: Finite.nullable().describe('Upper end; null where it is unbounded.'),
}));

/** The count of a year with its interval; `high` is null where it is unbounded. */
export type YearCount = FrequencyResult['total']['years'][number];

/** The last year, where the collection does not cover it to its end. */
const incompleteYear = once(() =>
  z
    .strictObject({ year: z.int(), count: Count })
    .nullable()
    .describe('The last year of the range where the collection ends within it: left out, with its programs so far.'),
);

/** Pearson's dispersion of counts, null where no degree of freedom is left. */
const dispersionSchema = once(() => z.strictObject({ estimate: Finite, df: Count }).nullable());

/** The p value of a test. */
const P = Finite.describe('Two-sided p value.');

const mannKendallSchema = () =>
  z
    .union([
      z.strictObject({
        p_value: P.describe('Permutation p value.'),
        p_value_normal: P.describe('p value by the tie-corrected normal approximation.'),
        permutation: z.enum(['exact', 'seeded']).describe('Whether all arrangements were counted, or some drawn.'),
        permutations: Finite.describe('Different arrangements there are (exact), or arrangements drawn (seeded).'),
        s: Finite,
        variance: Finite,
        z: Finite,
        tau_b: Finite,
      }),
      NotTested,
    ])
    .describe('Test of a monotone trend without a model.');

function halvesSchema() {
  const half = z.strictObject({
    from: z.int().describe('First year.'),
    to: z.int().describe('Last year.'),
    years: Count.describe('Number of years.'),
    count: Count.describe('Programs.'),
  });
  return z
    .union([
      z.strictObject({
        early: half,
        late: half,
        dispersion: dispersionSchema().describe('Around the mean of each half.'),
        rate_ratio: Estimate.describe('Where the dispersion is above 1, with an interval widened by it.'),
        rate_ratio_poisson: Estimate.describe('With the exact interval for Poisson counts.'),
        p_value: P.describe('Share of arrangements of the counts over the years that differ as much.'),
        p_value_poisson: P.describe('Exact test for Poisson counts.'),
      }),
      NotTested,
    ])
    .describe('Rate of the late half of the years against the early half, conditional on their total.');
}

/** How far the growth carries. */
const limitsShape = once(() => ({
  tipping_point: Estimate.describe(
    'By which factor the share of programs that is found would have to rise from the first to the last year, evenly, for the growth to vanish; at the lower end the interval takes in no change.',
  ),
  detectable_growth: z
    .strictObject({
      rate_ratio: Finite.nullable().describe('Null where no growth would have shown so often.'),
      power: Finite.describe('The probability.'),
    })
    .nullable()
    .describe('The smallest growth a year whose interval so many programs would have put above 1 with a probability.'),
}));

/** Result of the statistic `trend`. */
export type TrendResult = z.infer<ReturnType<typeof trendResult>>;

/** Schema of it. */
export function trendResult() {
  const dispersion = dispersionSchema();
  return z.strictObject({
    n: Count.describe('Programs in scope, in the years that the collection covers to their end.'),
    incomplete_year: incompleteYear(),
    years: z
      .array(
        z.strictObject({
          ...yearCountShape(),
          expected: Finite.nullable().describe('Count that the log-linear trend expects; null where none was fitted.'),
          expected_low: Finite.nullable().describe(
            'Lower end of the interval of what the trend expects: Wald, or quasi-Poisson where the dispersion is above 1.',
          ),
          expected_high: Finite.nullable().describe(
            'Upper end; null where it is unbounded, and both where no trend was fitted.',
          ),
        }),
      )
      .describe('Every year of the range, zeros included.'),
    rate_ratio: z
      .strictObject({
        headline: Estimate.describe(
          'With the profile-likelihood interval; where the dispersion is above 1, with the farther end of it and of the quasi-Poisson interval on either side.',
        ),
        wald: Estimate.describe('With the Wald interval.'),
        profile_likelihood: Estimate.describe('With the profile-likelihood interval.'),
        quasi_poisson: Estimate.describe(
          'With the Wald interval by the t quantile, times the square root of the dispersion.',
        ),
      })
      .describe('Factor by which the expected count changes from one year to the next.'),
    ...limitsShape(),
    likelihood_ratio_test: z
      .union([z.strictObject({ p_value: P, statistic: Finite, df: Count }), NotTested])
      .describe('Test of a constant rate.'),
    dispersion: dispersion.describe('Pearson chi-square over its degrees of freedom; 1 for Poisson counts.'),
    slope_test: z
      .union([
        z.strictObject({
          p_value: P.describe('Share of arrangements of the counts over the years with a slope as far from zero.'),
          permutations: Count.describe('Random arrangements drawn.'),
        }),
        NotTested,
      ])
      .describe('Permutation test of the slope of the log-linear trend.'),
    mann_kendall: mannKendallSchema(),
    sen_slope: Finite.nullable().describe(
      'Median slope between pairs of years, programs a year; null for fewer than two.',
    ),
    sen_interval: Estimate.describe('The same with its interval; none for fewer than three programs a year.'),
    halves: halvesSchema(),
  });
}

/** Result of the statistic `changepoint`. */
export type ChangepointResult = z.infer<ReturnType<typeof changepointResult>>;

/** Schema of it. */
export function changepointResult() {
  const change = z.strictObject({
    p_value: Finite.describe('Share of the random orders of the yearly counts whose best change fits as well.'),
    statistic: Finite.describe('Likelihood-ratio statistic of two rates against one, at the best place.'),
    permutations: Count.describe('Random arrangements drawn.'),
    first_year: z.int().describe('First year with the later rate.'),
    earliest_year: z.int().describe('Earliest such year that the counts do not rule out at the level.'),
    latest_year: z.int().describe('Latest such year that they do not rule out.'),
    years_before: Count.describe('Years before the change.'),
    count_before: Count.describe('Programs before the change.'),
    rate_before: Finite.describe('Programs a year before the change.'),
    years_after: Count.describe('Years from the change on.'),
    count_after: Count.describe('Programs from the change on.'),
    rate_after: Finite.describe('Programs a year from the change on.'),
  });
  return z.strictObject({
    n: Count.describe('Programs in scope, in the years that the collection covers to their end.'),
    incomplete_year: incompleteYear(),
    years: z
      .array(
        z.strictObject({
          ...yearCountShape(),
          rate: Finite.nullable().describe('Mean of its part of the years; null where no change was looked for.'),
        }),
      )
      .describe('Every year of the range, zeros included.'),
    change: z.union([change, NotTested]).describe('The single change that fits best.'),
    profile: z
      .array(
        z.strictObject({
          first_year: z.int(),
          statistic: Finite,
          kept: z.boolean().describe('Whether the counts do not rule out a change at the beginning of this year.'),
        }),
      )
      .describe('Likelihood-ratio statistic for a change at the beginning of each year.'),
  });
}

/** Result of the statistic `frequency`. */
export type FrequencyResult = z.infer<ReturnType<typeof frequencyResult>>;

/** Schema of it. */
export function frequencyResult() {
  const seriesShape = {
    n: Count.describe('Programs of the series.'),
    rate: Estimate.describe(
      'Mean number of programs a year; where the dispersion is above 1, its interval is widened.',
    ),
    rate_poisson: Estimate.describe('The same with the exact interval for Poisson counts (Garwood).'),
    dispersion: dispersionSchema().describe('Pearson chi-square of the years over its degrees of freedom.'),
    years: z.array(z.strictObject(yearCountShape())).describe('Every year of the range, zeros included.'),
  };
  return z.strictObject({
    n: Count.describe('Programs in scope.'),
    first_year: z.int().nullable().describe('First year of the range.'),
    last_year: z.int().nullable().describe('Last year of the range.'),
    multi_valued: z.boolean().describe('Whether a program can count in several groups.'),
    total: z.strictObject(seriesShape).describe('All programs in scope.'),
    groups: z
      .array(
        z.strictObject({
          value: z.string().nullable().describe('Value of the dimension; null: unknown.'),
          ...seriesShape,
        }),
      )
      .describe('One series for each value that occurs; empty where no dimension is chosen.'),
  });
}
