import {
  inferParticipants,
  planParticipants,
  type ParticipantsGroup,
  type ParticipantsResult,
} from '../compute/participants.ts';
import { participantsResult } from '../results/quantities.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, decimals, intervalWords } from '../words.ts';
import { quantityCells, quantityColumns } from './quantity.ts';

const groupLabels: Readonly<Record<ParticipantsGroup, string>> = {
  all: 'All programs',
  recipients_only: 'Figure without other countries',
  other_countries_too: 'Figure includes other countries',
};

function summaries({ groups }: ParticipantsResult): Table {
  return {
    name: 'groups',
    title: 'Participants of a program',
    note: 'Figures count the whole group of a program. Unknown figures are left out, so a sum is of the programs that print one, not of all.',
    columns: [column('group', 'Programs', 'text'), ...quantityColumns],
    rows: groups.map((row) => ({ group: groupLabels[row.group], ...quantityCells(row) })),
  };
}

function bounds({ bounds }: ParticipantsResult): Table {
  return {
    name: 'bounds',
    title: 'Totals of the bounds',
    note: `${counted(bounds.open_ended, 'program')} with a figure and no upper bound.`,
    columns: [
      column('bound', 'Bound', 'text'),
      column('programs', 'Programs', 'count'),
      column('total', 'Total', 'count'),
    ],
    rows: [
      { bound: 'Lower', programs: bounds.low_programs, total: bounds.low_total },
      { bound: 'Upper', programs: bounds.high_programs, total: bounds.high_total },
    ],
  };
}

/** How many people took part. */
export const participants = defineStatistic({
  name: 'participants',
  title: 'How many people',
  summary:
    'Sum, median with its exact interval, and quartiles of the participant figures that sources print; the totals of their bounds, and the share of programs with a figure. Many figures take in trainees of other countries and are shown apart.',
  reference:
    'Hahn and Meeker (1991), Statistical Intervals, section 5.2, for the interval of the median; Hyndman and Fan (1996), doi:10.2307/2684934, type 7; R: quantile, qbinom.',
  parameters: () => ({}),
  result: participantsResult,
  plan: planParticipants,
  infer: inferParticipants,
  tables: (answer) => [summaries(answer), bounds(answer)],
  finding: ({ n, groups, bounds }) => {
    const [all, , shared] = groups;
    if (n === 0 || all === undefined) return 'No program is in scope.';
    if (all.median.estimate === null) return `No source prints a figure for any of ${counted(n, 'program')}.`;
    const known = `${all.known} of ${counted(n, 'program')} print a figure, together ${all.sum} participants (at least ${bounds.low_total})`;
    return `${known}; median ${decimals(all.median.estimate, 1)} (${intervalWords(all.median, (value) => decimals(value, 0))}); ${shared?.known ?? 0} figures take in other countries.`;
  },
  chart: chartOf({ table: 'groups', kind: 'intervals', label: 'group', value: 'estimate', low: 'low', high: 'high' }),
  headline: { label: 'Median participants', value: ({ groups }) => groups[0]?.median ?? null },
});
