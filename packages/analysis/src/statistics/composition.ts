import { z } from 'zod';
import {
  inferComposition,
  planComposition,
  type CompositionInput,
  type CompositionResult,
} from '../compute/composition.ts';
import { dimensionNames, dimensions, labelOf } from '../compute/dimensions.ts';
import { compositionResult } from '../results/shares.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, intervalWords, percent } from '../words.ts';

type Share = 'share_of_programs' | 'share_of_pairs';

interface Shown {
  readonly share: Share;
  readonly senders: readonly string[];
}

function table(answer: CompositionResult, { dimension }: CompositionInput, { share, senders }: Shown): Table {
  const { label } = dimensions[dimension];
  const known = `${answer.known} of ${counted(answer.n, 'program')} have a known value`;
  return {
    name: share === 'share_of_programs' ? 'programs' : 'pairs',
    title: `${label}: ${share === 'share_of_programs' ? 'share of programs' : 'share of program-value pairs'}`,
    note:
      share === 'share_of_programs'
        ? `Denominator: ${known}.${answer.multi_valued ? ' A program counts once for each of its values, so the shares can add up to more than one.' : ''} Simultaneous intervals.`
        : `Denominator: ${counted(answer.pairs, 'pair')} of a program and a value. Goodman simultaneous intervals.`,
    columns: [
      column('value', label, 'text'),
      column('count', 'Programs', 'count'),
      column('denominator', 'Denominator', 'count'),
      ...estimateColumns('Share', 'share'),
    ],
    rows: answer.rows.map((row) => ({
      value: labelOf(dimension, row.value, senders),
      count: row.count,
      denominator: share === 'share_of_programs' ? answer.known : answer.pairs,
      ...estimateCells(row[share]),
    })),
  };
}

/** Of what kinds the programs in scope are. */
export const composition = defineStatistic({
  name: 'composition',
  title: 'Of what kinds',
  summary:
    'Programs by one dimension, with shares of the programs whose value is known and simultaneous intervals. Where a program can have several values, the pairs of program and value are a second denominator.',
  reference: 'Goodman (1965), doi:10.1080/00401706.1965.10490252; R: DescTools::MultinomCI(method = "goodman").',
  parameters: () => ({
    dimension: z.enum(dimensionNames).default('domain').describe('Dimension whose values are counted.'),
  }),
  result: compositionResult,
  plan: planComposition,
  infer: inferComposition,
  tables: (answer, input, { senders }) => [
    table(answer, input, { share: 'share_of_programs', senders }),
    ...(answer.multi_valued ? [table(answer, input, { share: 'share_of_pairs', senders })] : []),
  ],
  finding: ({ n, known, unknown, rows }, { dimension }, { senders }) => {
    const label = dimensions[dimension].label;
    const [first] = rows;
    if (n === 0) return 'No program is in scope.';
    if (first === undefined || first.share_of_programs.estimate === null) {
      return `${label}: unknown for all of ${counted(n, 'program')}.`;
    }
    const { estimate } = first.share_of_programs;
    const words = `${first.count} of ${counted(known, 'program')} (${percent(estimate)}, ${intervalWords(first.share_of_programs, percent)})`;
    return `${label}: most often ${labelOf(dimension, first.value, senders)}, ${words}; ${unknown} unknown.`;
  },
  chart: chartOf({
    table: 'programs',
    kind: 'bars',
    label: 'value',
    value: 'estimate',
    low: 'low',
    high: 'high',
  }),
  headline: { label: 'Share of the most frequent value', value: ({ rows }) => rows[0]?.share_of_programs ?? null },
});
