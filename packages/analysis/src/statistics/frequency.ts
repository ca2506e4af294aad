import { z } from 'zod';
import { dimensionNames, dimensions, labelOf } from '../compute/dimensions.ts';
import { inferFrequency, planFrequency, type FrequencyInput, type FrequencyResult } from '../compute/frequency.ts';
import { frequencyResult } from '../results/years.ts';
import { defineStatistic } from '../statistic.ts';
import type { Estimate } from '../estimate.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table, yearCountColumns } from '../table.ts';
import { counted, decimals, intervalWords, yearRange } from '../words.ts';

/** The series of an answer with what they are called. */
function named({ total, groups }: FrequencyResult, { by }: FrequencyInput, senders: readonly string[]) {
  if (by === null) return [{ ...total, label: 'All programs' }];
  return groups.map((group) => ({ ...group, label: labelOf(by, group.value, senders) }));
}

function denominator({ multi_valued }: FrequencyResult): string {
  return multi_valued
    ? 'A program counts once in each group that it names, so the groups add up to more than the total.'
    : 'A program counts once, in the year of its start.';
}

function counts(answer: FrequencyResult, input: FrequencyInput, senders: readonly string[]): Table {
  return {
    name: 'years',
    title: input.by === null ? 'Programs a year' : `Programs a year by ${dimensions[input.by].label.toLowerCase()}`,
    note: `Garwood intervals of each count. ${denominator(answer)}`,
    columns: [{ key: 'group', label: 'Group', kind: 'text' }, ...yearCountColumns()],
    rows: named(answer, input, senders).flatMap(({ label, years }) =>
      years.map(({ year, count, low, high }) => ({ group: label, year, count, low, high })),
    ),
  };
}

function rates(answer: FrequencyResult, input: FrequencyInput, senders: readonly string[]): Table {
  const all = { ...answer.total, label: 'All programs' };
  return {
    name: 'rates',
    title: 'Mean number of programs a year',
    note: `Where the dispersion is above 1 the interval allows for it, else it is the Poisson interval of Garwood, which stands beside it. ${denominator(answer)}`,
    columns: [
      { key: 'group', label: 'Group', kind: 'text' },
      { key: 'n', label: 'Programs', kind: 'count' },
      ...estimateColumns('Programs a year', 'number'),
      column('poisson_low', 'Poisson, low', 'number'),
      column('poisson_high', 'Poisson, high', 'number'),
      column('dispersion', 'Dispersion', 'number'),
    ],
    rows: [all, ...(input.by === null ? [] : named(answer, input, senders))].map(
      ({ label, n, rate, rate_poisson, dispersion }) => ({
        group: label,
        n,
        ...estimateCells(rate),
        ...poissonCells(rate_poisson),
        dispersion: dispersion?.estimate ?? null,
      }),
    ),
  };
}

function poissonCells(rate: Estimate) {
  const { low, high } = estimateCells(rate);
  return { poisson_low: low, poisson_high: high };
}

/** How many programs started in each year. */
export const frequency = defineStatistic({
  name: 'frequency',
  title: 'How often',
  summary:
    'Programs that started in each year of the range, zeros included, with a central exact Poisson interval for each count, and for the mean rate a year one that allows for years which vary more than Poisson counts do; on demand for each value of one dimension.',
  reference:
    'Garwood (1936), doi:10.1093/biomet/28.3-4.437; Korn and Graubard (1998), Survey Methodology 24, 193–201; R: poisson.test, qgamma.',
  parameters: () => ({
    by: z.enum(dimensionNames).nullable().default(null).describe('Dimension that splits the counts. Not given: none.'),
  }),
  result: frequencyResult,
  plan: planFrequency,
  infer: inferFrequency,
  tables: (answer, input, { senders }) => [counts(answer, input, senders), rates(answer, input, senders)],
  finding: ({ n, first_year, last_year, total: { rate } }) => {
    const range = yearRange(first_year, last_year);
    if (rate.estimate === null) return `${counted(n, 'program')} in ${range}.`;
    return `${counted(n, 'program')} in ${range}, ${decimals(rate.estimate)} a year (${intervalWords(rate, decimals)}).`;
  },
  chart: chartOf({
    table: 'years',
    kind: 'columns',
    label: 'year',
    value: 'count',
    low: 'low',
    high: 'high',
    series: 'group',
  }),
  headline: { label: 'Programs a year', value: ({ total }) => total.rate },
});
