import { z } from 'zod';
import {
  inferCrosstab,
  planCrosstab,
  otherValues,
  type CrosstabInput,
  type CrosstabResult,
} from '../compute/crosstab.ts';
import { dimensionNames, dimensions, labelOf, type DimensionName } from '../compute/dimensions.ts';
import { reasons } from '../estimate.ts';
import { crosstabResult } from '../results/relations.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, decimals, estimateWords, pValue } from '../words.ts';
import { seedShape } from './seed-input.ts';

function valueLabel(dimension: DimensionName, value: string, senders: readonly string[]): string {
  return value === otherValues ? 'Other values' : labelOf(dimension, value, senders);
}

function cells(answer: CrosstabResult, input: CrosstabInput, senders: readonly string[]): Table {
  const [rows, columns] = [dimensions[input.rows].label, dimensions[input.columns].label];
  const unit = answer.multi_valued ? 'Pairs' : 'Programs';
  return {
    name: 'cells',
    title: `${rows} by ${columns.toLowerCase()}`,
    note: `${answer.known} of ${counted(answer.n, 'program')} have a known value of both.${answer.multi_valued ? ' A program counts once for each pair of its values.' : ''}`,
    columns: [
      column('row', rows, 'text'),
      column('column', columns, 'text'),
      column('observed', unit, 'count'),
      column('expected', 'Expected', 'number'),
      column('adjusted_residual', 'Adjusted residual', 'number'),
      column('p_holm', 'p value, Holm', 'p_value'),
    ],
    rows: answer.cells.map((cell) => ({
      ...cell,
      row: valueLabel(input.rows, cell.row, senders),
      column: valueLabel(input.columns, cell.column, senders),
    })),
  };
}

function tests({ chi_square, fisher, cramers_v }: CrosstabResult): Table {
  const refusal = fisher.p_value === null ? `Not tested: ${reasons[fisher.reason]}.` : null;
  return {
    name: 'tests',
    title: 'Tests and measures',
    note: refusal ?? 'p values are two-sided.',
    columns: [
      column('measure', 'Measure', 'text'),
      column('value', 'Value', 'measure'),
      column('p_value', 'p value', 'p_value'),
    ],
    rows: [
      { measure: 'Fisher exact test', value: null, p_value: fisher.p_value },
      {
        measure: 'Pearson chi-square',
        value: chi_square.p_value === null ? null : chi_square.statistic,
        p_value: chi_square.p_value,
      },
      {
        measure: 'Smallest expected count',
        value: chi_square.p_value === null ? null : chi_square.smallest_expected,
        p_value: null,
      },
      { measure: 'Cramér’s V', value: cramers_v?.v ?? null, p_value: null },
      { measure: 'Cramér’s V, corrected', value: cramers_v?.corrected ?? null, p_value: null },
    ],
  };
}

function odds({ odds_ratio }: CrosstabResult): Table[] {
  if (odds_ratio === null) return [];
  return [
    {
      name: 'odds_ratio',
      title: 'Odds ratio of the two by two table',
      note: 'Conditional maximum-likelihood estimate with its exact interval.',
      columns: estimateColumns('Odds ratio', 'ratio'),
      rows: [estimateCells(odds_ratio)],
    },
  ];
}

/** Whether two properties of the programs go together. */
export const crosstab = defineStatistic({
  name: 'crosstab',
  title: 'Are two things related',
  summary:
    'Programs by two dimensions, with the counts expected if the two were unrelated, the residual of each cell with an exact p value adjusted for the number of cells, an exact test, the chi-square test and the strength of the relation. Programs that lack a value of either are left out. Where a program can have several values, the pairs are shown and no test is made.',
  reference:
    'Fisher (1935), doi:10.2307/2342435; Patefield (1981), doi:10.2307/2346669; Agresti (2007), An Introduction to Categorical Data Analysis, for adjusted residuals; Holm (1979), doi:10.2307/4615733; Bergsma (2013), doi:10.1016/j.jkss.2012.10.002; R: fisher.test, chisq.test(correct = FALSE).',
  parameters: () => ({
    rows: z.enum(dimensionNames).default('domain').describe('Dimension of the rows.'),
    columns: z.enum(dimensionNames).default('frame').describe('Dimension of the columns.'),
    ...seedShape(),
  }),
  result: crosstabResult,
  plan: planCrosstab,
  infer: inferCrosstab,
  tables: (answer, input, { senders }) => [cells(answer, input, senders), tests(answer), ...odds(answer)],
  finding: ({ n, known, fisher, cramers_v, odds_ratio }, { rows, columns }) => {
    const names = `${dimensions[rows].label} and ${dimensions[columns].label.toLowerCase()}`;
    const programs = `${known} of ${counted(n, 'program')} with both known`;
    if (fisher.p_value === null) return `${names}, ${programs}: not tested, because ${reasons[fisher.reason]}.`;
    const method = fisher.method === 'exact' ? 'exact' : 'Monte Carlo';
    const strength = cramers_v === null ? '' : `; Cramér’s V, corrected, ${decimals(cramers_v.corrected)}`;
    const ratio = odds_ratio === null ? '' : `; odds ratio ${estimateWords(odds_ratio, decimals)}`;
    return `${names}, ${programs}: Fisher test p ${pValue(fisher.p_value)} (${method})${strength}${ratio}.`;
  },
  chart: chartOf({ table: 'cells', kind: 'heat', label: 'column', value: 'observed', series: 'row' }),
  headline: {
    label: 'Cramér’s V, corrected',
    value: ({ cramers_v }) => cramers_v?.corrected ?? null,
    no_effect: { value: 0, p_value: ({ fisher }) => fisher.p_value },
  },
});
