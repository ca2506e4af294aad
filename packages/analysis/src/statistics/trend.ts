import { inferTrend, planTrend, type TrendResult } from '../compute/trend.ts';
import type { Estimate, NotTested } from '../estimate.ts';
import { trendResult } from '../results/years.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table, yearCountColumns } from '../table.ts';
import { permutationShape } from './seed-input.ts';
import { counted, decimals, intervalWords, pValue, withIncompleteYear, yearRange } from '../words.ts';

function years({ years }: TrendResult): Table {
  return {
    name: 'years',
    title: 'Programs a year and the fitted trend',
    note: 'Garwood intervals of each count; intervals of each fitted value that allow for the dispersion. A program counts once, in the year of its start.',
    columns: [
      ...yearCountColumns(),
      column('expected', 'Fitted', 'number'),
      column('expected_low', 'Fitted, low', 'number'),
      column('expected_high', 'Fitted, high', 'number'),
    ],
    rows: years.map((year) => ({ ...year })),
  };
}

function ratios({ rate_ratio, halves, tipping_point }: TrendResult): Table {
  const rows: [string, Estimate][] = [
    ['Per year', rate_ratio.headline],
    ['Per year, Poisson, Wald interval', rate_ratio.wald],
    ['Per year, Poisson, profile-likelihood interval', rate_ratio.profile_likelihood],
    ['Per year, quasi-Poisson interval', rate_ratio.quasi_poisson],
  ];
  if ('rate_ratio' in halves) {
    const { early, late } = halves;
    const label = `${yearRange(late.from, late.to)} (${late.count}) against ${yearRange(early.from, early.to)} (${early.count})`;
    rows.push(
      [label, halves.rate_ratio],
      ['Late against early half, Poisson, exact interval', halves.rate_ratio_poisson],
    );
  }
  rows.push(['Tipping point: share found, last against first year', tipping_point]);
  return {
    name: 'rate_ratios',
    title: 'Rate ratios',
    note: 'A ratio above one means more programs in the later years. Tipping point: by which factor the share of programs that is found would have to have risen for the growth to vanish; at its low end the interval takes in no change. The rows without a method allow for years that vary more than Poisson counts do.',
    columns: [{ key: 'comparison', label: 'Comparison', kind: 'text' }, ...estimateColumns('Rate ratio', 'ratio')],
    rows: rows.map(([comparison, estimate]) => ({ comparison, ...estimateCells(estimate) })),
  };
}

/** A measure of a test and its p value; nulls where the test was not made. */
function measured<Test extends { p_value: number }>(
  test: Test | NotTested,
  measure: NumberKeys<Test>,
  p_value: NumberKeys<Test> = 'p_value' as NumberKeys<Test>,
): [number | null, number | null] {
  if (test.p_value === null) return [null, null];
  const made = test as Record<PropertyKey, unknown>;
  return [made[measure] as number, made[p_value] as number];
}

type NumberKeys<Test> = { [Key in keyof Test]: Test[Key] extends number ? Key : never }[keyof Test];

function tests({
  slope_test,
  likelihood_ratio_test,
  mann_kendall,
  halves,
  sen_slope,
  sen_interval,
  dispersion,
  detectable_growth,
}: TrendResult): Table {
  const rows: [string, number | null, number | null][] = [
    ['Slope of the log-linear trend, permutation', null, slope_test.p_value],
    ['Likelihood-ratio test of a constant rate', ...measured(likelihood_ratio_test, 'statistic')],
    ['Mann-Kendall S, permutation', ...measured(mann_kendall, 's')],
    ['Mann-Kendall z, normal approximation', ...measured(mann_kendall, 'z', 'p_value_normal')],
    ['Kendall tau-b', measured(mann_kendall, 'tau_b')[0], null],
    ['Late against early half, permutation', null, halves.p_value],
    ['Late against early half, conditional exact test', null, halves.p_value === null ? null : halves.p_value_poisson],
    ['Sen slope, programs a year', sen_slope, null],
    ['Sen slope, low', 'level' in sen_interval ? sen_interval.low : null, null],
    ['Sen slope, high', 'level' in sen_interval ? sen_interval.high : null, null],
    ['Pearson dispersion', dispersion?.estimate ?? null, null],
    ['Smallest yearly rate ratio shown with probability 0.8', detectable_growth?.rate_ratio ?? null, null],
  ];
  return {
    name: 'tests',
    title: 'Tests and measures',
    note: 'p values are two-sided. Those by permutation put the counts into random orders of the years and hold whatever the dispersion; the others take the counts for Poisson counts.',
    columns: [
      { key: 'measure', label: 'Measure', kind: 'text' },
      { key: 'value', label: 'Value', kind: 'measure' },
      { key: 'p_value', label: 'p value', kind: 'p_value' },
    ],
    rows: rows.map(([measure, value, p_value]) => ({ measure, value, p_value })),
  };
}

/** A rate ratio per year in words, without a direction where none is left after rounding. */
function changeWords(ratio: number): string {
  const change = decimals(Math.abs(100 * (ratio - 1)), 1);
  if (change === '0.0') return 'no change';
  return `${change}% ${ratio < 1 ? 'fewer' : 'more'} a year`;
}

function sentence({ n, years, rate_ratio: { headline: ratio }, slope_test }: TrendResult): string {
  const range = yearRange(years[0]?.year ?? null, years.at(-1)?.year ?? null);
  if (ratio.estimate === null)
    return `${counted(n, 'program')} in ${range}; the trend is ${intervalWords(ratio, decimals)}.`;
  const permuted = slope_test.p_value === null ? '' : `; permutation p ${pValue(slope_test.p_value)}`;
  return `${counted(n, 'program')} in ${range}: ${changeWords(ratio.estimate)} (rate ratio ${decimals(ratio.estimate, 3)}, ${intervalWords(ratio, (value) => decimals(value, 3))}${permuted}).`;
}

/** Whether the number of programs a year grows. */
export const trend = defineStatistic({
  name: 'trend',
  title: 'Is it growing',
  summary:
    'Log-linear Poisson trend of the programs a year with an interval of its rate ratio that allows for years which vary more than Poisson counts do, a permutation test of its slope, a test without a model (Mann-Kendall), the Sen slope, the late half of the years against the early half, by which factor collection would have to have improved for the growth to vanish, and the smallest growth that so many programs could have shown. It describes the records at hand; the sources found for each year differ.',
  reference:
    'Nelder and Wedderburn (1972), doi:10.2307/2344614; Venzon and Moolgavkar (1988), doi:10.2307/2347496; Wedderburn (1974), doi:10.1093/biomet/61.3.439; Korn and Graubard (1998), Survey Methodology 24, 193–201; Phipson and Smyth (2010), doi:10.2202/1544-6115.1585; Mann (1945), doi:10.2307/1907187; Sen (1968), doi:10.1080/01621459.1968.10480934; Przyborowski and Wilenski (1940), doi:10.1093/biomet/31.3-4.313; power: Signorini (1991), doi:10.1093/biomet/78.2.446; R: glm, cor.test, poisson.test.',
  parameters: permutationShape,
  result: trendResult,
  plan: planTrend,
  infer: inferTrend,
  tables: (answer) => [years(answer), ratios(answer), tests(answer)],
  finding: (answer) => withIncompleteYear(sentence(answer), answer),
  chart: chartOf({
    table: 'years',
    kind: 'columns',
    ...{ label: 'year', value: 'count', low: 'low', high: 'high' },
    ...{ line: 'expected', line_low: 'expected_low', line_high: 'expected_high' },
  }),
  headline: {
    label: 'Rate ratio per year',
    value: ({ rate_ratio }) => rate_ratio.headline,
    no_effect: { value: 1, p_value: ({ slope_test }) => slope_test.p_value },
  },
});
