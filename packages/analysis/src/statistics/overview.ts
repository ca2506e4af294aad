import { inferOverview, planOverview, type OverviewResult } from '../compute/overview.ts';
import { overviewResult } from '../results/shares.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, intervalWords, percent, yearRange } from '../words.ts';
import { attributeLabels } from './share.ts';

function figures(result: OverviewResult): Table {
  const rows: [string, number | null][] = [
    ['Programs', result.n],
    ['First year with a program', result.first_year],
    ['Last year with a program', result.last_year],
    ['Years with a program', result.years_with_programs],
    ['Recipient states', result.countries],
    ['Host institutions', result.host_institutions],
    ['Host cities', result.host_cities],
    ['Host provinces', result.host_provinces],
    ['Sectors', result.sectors],
    ['Sources', result.sources],
    ...result.source_languages.map(({ language, sources }): [string, number] => [`Sources in ${language}`, sources]),
  ];
  return {
    name: 'figures',
    title: 'What is in the records',
    note: null,
    columns: [
      { key: 'figure', label: 'Figure', kind: 'text' },
      { key: 'value', label: 'Value', kind: 'year' },
    ],
    rows: rows.map(([figure, value]) => ({ figure, value })),
  };
}

function shares(result: OverviewResult): Table {
  return {
    name: 'shares',
    title: 'Shares of the programs whose value is known',
    note: 'Clopper-Pearson intervals. Unknown values are left out and never read as no.',
    columns: [
      { key: 'attribute', label: 'Attribute', kind: 'text' },
      { key: 'yes', label: 'Yes', kind: 'count' },
      { key: 'no', label: 'No', kind: 'count' },
      { key: 'unknown', label: 'Unknown', kind: 'count' },
      ...estimateColumns('Share of known', 'share'),
    ],
    rows: result.headline_shares.map(({ attribute, yes, no, unknown, clopper_pearson }) => ({
      attribute: attributeLabels[attribute],
      yes,
      no,
      unknown,
      ...estimateCells(clopper_pearson),
    })),
  };
}

function knownValues(result: OverviewResult): Table {
  return {
    name: 'known_values',
    title: 'How much is known of each field',
    note: 'Fields that every record must have are left out. Clopper-Pearson intervals.',
    columns: [
      { key: 'field', label: 'Field', kind: 'text' },
      { key: 'known', label: 'Known', kind: 'count' },
      { key: 'n', label: 'Programs', kind: 'count' },
      ...estimateColumns('Share known', 'share'),
    ],
    rows: result.known_values.map(({ field, known, n, share }) => ({ field, known, n, ...estimateCells(share) })),
  };
}

/** What is in the records in scope: how many, from where, with which sources, and how much of it is known. */
export const overview = defineStatistic({
  name: 'overview',
  title: 'What is in here',
  summary:
    'Counts programs, years, states, hosts and sources; gives the share of programs whose value of each field is known, and the headline shares with exact intervals. A program counts once.',
  reference: 'Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404; R: binom.test.',
  parameters: () => ({}),
  result: overviewResult,
  plan: planOverview,
  infer: inferOverview,
  tables: (answer) => [figures(answer), shares(answer), knownValues(answer)],
  finding: ({ n, first_year, last_year, sources, headline_shares }) => {
    const [security] = headline_shares;
    if (n === 0 || security === undefined) return 'No program is in scope.';
    const { yes, no, clopper_pearson } = security;
    const share =
      clopper_pearson.estimate === null
        ? 'for none of them the sources tell whether it was security-related'
        : `${yes} of ${yes + no} with known content were security-related (${percent(clopper_pearson.estimate)}, ${intervalWords(clopper_pearson, percent)})`;
    return `${counted(n, 'program')} of ${yearRange(first_year, last_year)} from ${counted(sources, 'source')}: ${share}.`;
  },
  chart: chartOf({
    table: 'shares',
    kind: 'intervals',
    label: 'attribute',
    value: 'estimate',
    low: 'low',
    high: 'high',
  }),
  headline: { label: 'Programs', value: ({ n }) => n },
});
