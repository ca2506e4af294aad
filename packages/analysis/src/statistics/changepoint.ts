import { inferChangepoint, type ChangepointResult } from '../compute/changepoint.ts';
import { planTrend } from '../compute/trend.ts';
import { reasons } from '../estimate.ts';
import { changepointResult } from '../results/years.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table, yearCountColumns } from '../table.ts';
import { counted, decimals, pValue, withIncompleteYear, yearRange } from '../words.ts';
import { permutationShape } from './seed-input.ts';

function years({ years }: ChangepointResult): Table {
  return {
    name: 'years',
    title: 'Programs a year and the rate of each part',
    note: 'Garwood intervals of each count. A program counts once, in the year of its start.',
    columns: [...yearCountColumns(), column('rate', 'Rate of the part', 'number')],
    rows: years.map((year) => ({ ...year })),
  };
}

function parts({ change }: ChangepointResult): Table {
  const rows =
    change.p_value === null
      ? []
      : [
          {
            part: `Before ${change.first_year}`,
            years: change.years_before,
            programs: change.count_before,
            rate: change.rate_before,
          },
          {
            part: `From ${change.first_year} on`,
            years: change.years_after,
            programs: change.count_after,
            rate: change.rate_after,
          },
        ];
  return {
    name: 'parts',
    title: 'The two parts',
    note: 'The place was chosen because the two rates differ most there, so no interval is given for them or for their ratio.',
    columns: [
      column('part', 'Part', 'text'),
      column('years', 'Years', 'count'),
      column('programs', 'Programs', 'count'),
      column('rate', 'Programs a year', 'number'),
    ],
    rows,
  };
}

function profile({ profile }: ChangepointResult): Table {
  return {
    name: 'profile',
    title: 'How well a change at each year fits',
    note: 'Likelihood-ratio statistic. Years with nearly the same statistic fit nearly as well. A year is not ruled out where the statistic lies below the largest by no more than simulated series need, the dispersion allowed for.',
    columns: [
      column('first_year', 'First year after', 'year'),
      column('statistic', 'Statistic', 'number'),
      column('kept', 'Not ruled out', 'text'),
    ],
    rows: profile.map(({ first_year, statistic, kept }) => ({ first_year, statistic, kept: kept ? 'yes' : 'no' })),
  };
}

function sentence({ n, years, change }: ChangepointResult): string {
  const range = yearRange(years[0]?.year ?? null, years.at(-1)?.year ?? null);
  if (change.p_value === null)
    return `${counted(n, 'program')} in ${range}; no change is looked for: ${reasons[change.reason]}.`;
  const rates = `${decimals(change.rate_before)} a year before it and ${decimals(change.rate_after)} from it on`;
  return `${counted(n, 'program')} in ${range}: a single change fits best at ${change.first_year} (not ruled out: ${yearRange(change.earliest_year, change.latest_year)}), with ${rates} (permutation p ${pValue(change.p_value)}).`;
}

/** When the number of programs a year changed, if it changed once. */
export const changepoint = defineStatistic({
  name: 'changepoint',
  title: 'When did it change',
  summary:
    'The year at which two constant rates of programs a year fit best, the fit of every other year, the years that the counts do not rule out, and a permutation test of one constant rate that allows for the search over all years. A change in the records can be a change in what was published or found.',
  reference:
    'Hinkley (1970), doi:10.1093/biomet/57.1.1, for the likelihood of a change; permutation p value: Phipson and Smyth (2010), doi:10.2202/1544-6115.1585.',
  parameters: permutationShape,
  result: changepointResult,
  plan: planTrend,
  infer: inferChangepoint,
  tables: (answer) => [years(answer), parts(answer), profile(answer)],
  finding: (answer) => withIncompleteYear(sentence(answer), answer),
  chart: chartOf({
    table: 'years',
    kind: 'columns',
    label: 'year',
    value: 'count',
    low: 'low',
    high: 'high',
    line: 'rate',
    line_steps: true,
  }),
  headline: {
    label: 'First year after the change',
    value: ({ change }) => (change.p_value === null ? null : change.first_year),
  },
});
