import { labelOf } from '../compute/dimensions.ts';
import { inferDuration, planDuration, type DurationResult } from '../compute/duration.ts';
import { durationResult } from '../results/quantities.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, decimals, intervalWords, percent } from '../words.ts';
import { quantityCells, quantityColumns } from './quantity.ts';

function summaries({ all, formats }: DurationResult): Table {
  return {
    name: 'formats',
    title: 'Days of a program',
    note: 'First and last day included. Lengths that no source gives, and that do not follow from two exact dates, are unknown.',
    columns: [column('format', 'Format', 'text'), ...quantityColumns],
    rows: [
      { format: 'All programs', ...quantityCells(all) },
      ...formats.map((row) => ({ format: labelOf('format', row.format, []), ...quantityCells(row) })),
    ],
  };
}

/** How long the programs lasted. */
export const duration = defineStatistic({
  name: 'duration',
  title: 'How long',
  summary:
    'Days of the programs, first and last included: median with its exact interval, quartiles and sum over the programs whose length is known, in all and by format.',
  reference:
    'Hahn and Meeker (1991), Statistical Intervals, section 5.2, for the interval of the median; Hyndman and Fan (1996), doi:10.2307/2684934, type 7; R: quantile, qbinom.',
  parameters: () => ({}),
  result: durationResult,
  plan: planDuration,
  infer: inferDuration,
  tables: (answer) => [summaries(answer)],
  finding: ({ n, all, share_known }) => {
    if (n === 0) return 'No program is in scope.';
    if (all.median.estimate === null) return `The length is known of none of ${counted(n, 'program')}.`;
    const share = share_known.estimate === null ? '' : ` (${percent(share_known.estimate)})`;
    return `The length is known of ${all.known} of ${counted(n, 'program')}${share}: median ${decimals(all.median.estimate, 1)} days (${intervalWords(all.median, (value) => decimals(value, 0))}), from ${all.least ?? 0} to ${all.most ?? 0}.`;
  },
  chart: chartOf({ table: 'formats', kind: 'intervals', label: 'format', value: 'estimate', low: 'low', high: 'high' }),
  headline: { label: 'Median days', value: ({ all }) => all.median },
});
