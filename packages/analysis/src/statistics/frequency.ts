import { z } from 'zod';
import { dimensionNames, dimensions, labelOf } from '../compute/dimensions.ts';
import { computeFrequency, type FrequencyInput, type FrequencyResult } from '../compute/frequency.ts';
import { frequencyResult } from '../results/years.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, estimateCells, estimateColumns, type Table, yearCountColumns } from '../table.ts';
import { counted, decimals, intervalWords, yearRange } from '../words.ts';

/** The series of an answer with what they are called. */
function named({ total, groups }: FrequencyResult, { by }: FrequencyInput) {
  if (by === null) return [{ ...total, label: 'All programs' }];
  return groups.map((group) => ({ ...group, label: labelOf(by, group.value) }));
}

function denominator({ multi_valued }: FrequencyResult): string {
  return multi_valued
    ? 'A program counts once in each group that it names, so the groups add up to more than the total.'
    : 'A program counts once, in the year of its start.';
}

function counts(answer: FrequencyResult, input: FrequencyInput): Table {
  return {
    name: 'years',
    title: input.by === null ? 'Programs a year' : `Programs a year by ${dimensions[input.by].label.toLowerCase()}`,
    note: `Garwood intervals of each count. ${denominator(answer)}`,
    columns: [{ key: 'group', label: 'Group', kind: 'text' }, ...yearCountColumns()],
    rows: named(answer, input).flatMap(({ label, years }) =>
      years.map(({ year, count, low, high }) => ({ group: label, year, count, low, high })),
    ),
  };
}

function rates(answer: FrequencyResult, input: FrequencyInput): Table {
  const all = { ...answer.total, label: 'All programs' };
  return {
    name: 'rates',
    title: 'Mean number of programs a year',
    note: `Garwood intervals. ${denominator(answer)}`,
    columns: [
      { key: 'group', label: 'Group', kind: 'text' },
      { key: 'n', label: 'Programs', kind: 'count' },
      ...estimateColumns('Programs a year', 'number'),
    ],
    rows: [all, ...(input.by === null ? [] : named(answer, input))].map(({ label, n, rate }) => ({
      group: label,
      n,
      ...estimateCells(rate),
    })),
  };
}

/** How many programs started in each year. */
export const frequency = defineStatistic({
  name: 'frequency',
  title: 'How often',
  summary:
    'Programs that started in each year of the range, zeros included, with a central exact Poisson interval for each count and for the mean rate a year; on demand for each value of one dimension.',
  reference: 'Garwood (1936), doi:10.1093/biomet/28.3-4.437; R: poisson.test.',
  parameters: () => ({
    by: z.enum(dimensionNames).nullable().default(null).describe('Dimension that splits the counts. Not given: none.'),
  }),
  result: frequencyResult,
  compute: computeFrequency,
  tables: (answer, input) => [counts(answer, input), rates(answer, input)],
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
