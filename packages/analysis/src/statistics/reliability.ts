import { termLabel } from '../compute/dimensions.ts';
import { inferReliability, planReliability, type ReliabilityResult } from '../compute/reliability.ts';
import { reasons } from '../estimate.ts';
import { reliabilityResult, type EmptyReading, type ReadingReliability } from '../results/evidence.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Column, type Table } from '../table.ts';
import { counted, decimals } from '../words.ts';

const readingLabels: Readonly<Record<EmptyReading, string>> = { missing: 'Left out', value: 'A value of its own' };

const agreementColumns = (): Column[] => [
  column('empty', 'Empty fields', 'text'),
  column('pairable_units', 'Programs with two or more values', 'count'),
  column('percent_agreement', 'Percent agreement', 'share'),
  ...estimateColumns('Alpha', 'number'),
  column('ac1', 'AC1', 'number'),
  column('reason', 'Why there is none', 'text'),
];

const agreementCells = ({ empty, pairable_units, percent_agreement, alpha, ac1 }: ReadingReliability) => ({
  ...{ empty: readingLabels[empty], pairable_units, percent_agreement },
  ...estimateCells(alpha),
  ac1,
  reason: 'level' in alpha ? '' : reasons[alpha.reason],
});

function fields({ fields }: ReliabilityResult): Table {
  return {
    name: 'fields',
    title: 'Agreement of coders by field',
    note: 'Of both readings of an empty field that with the lower alpha. Intervals allow for the few programs; where all agree they are open below only. Alpha below 0.667 is commonly held too low for firm conclusions, and above 0.8 good.',
    columns: [
      column('round', 'Round', 'count'),
      column('field', 'Field', 'text'),
      column('coders', 'Coders', 'count'),
      ...agreementColumns(),
    ],
    rows: fields.map((found) => ({
      ...{ round: found.round, field: termLabel('coded_field', found.field), coders: found.coders },
      ...agreementCells(found),
    })),
  };
}

function readings({ fields }: ReliabilityResult): Table {
  return {
    name: 'readings',
    title: 'Agreement with both readings of an empty field',
    note: 'As a value of its own, an empty field agrees with another empty one and differs from every other value.',
    columns: [column('round', 'Round', 'count'), column('field', 'Field', 'text'), ...agreementColumns()],
    rows: fields.flatMap(({ round, field, readings: both }) =>
      both.map((reading) => ({ round, field: termLabel('coded_field', field), ...agreementCells(reading) })),
    ),
  };
}

/** Whether coders agree. */
export const reliability = defineStatistic({
  name: 'reliability',
  title: 'Do coders agree',
  summary:
    'Krippendorff’s alpha for nominal values, Gwet’s AC1 and the percent agreement of the original codings, by round and field, for the programs in scope. A field that a coder left empty is read as no value and as a value of its own; the lower alpha is the headline. Coders of one family of language models can share their errors, so agreement is an upper bound of accuracy and not a proof of it.',
  reference:
    'Krippendorff (2011), Computing Krippendorff’s alpha-reliability, https://repository.upenn.edu/asc_papers/43; interval in the manner of Korn and Graubard (1998), Survey Methodology 24, 193–201; Gwet (2008), doi:10.1348/000711006X126600.',
  parameters: () => ({}),
  result: reliabilityResult,
  plan: planReliability,
  infer: inferReliability,
  tables: (answer) => [fields(answer), readings(answer)],
  finding: ({ in_dataset, programs, fields }) => {
    if (in_dataset === 0) return 'The dataset has no record of codings.';
    const found = fields.flatMap(({ alpha, field, round }) =>
      alpha.estimate === null
        ? []
        : { alpha: alpha.estimate, label: `${termLabel('coded_field', field).toLowerCase()}, round ${round}` },
    );
    const sorted = found.sort((a, b) => a.alpha - b.alpha);
    const [least, most] = [sorted[0], sorted.at(-1)];
    if (least === undefined || most === undefined)
      return 'No field in scope was coded so that agreement can be measured.';
    const above = sorted.filter(({ alpha }) => alpha >= 0.667).length;
    return `${counted(programs, 'coded program')} in scope: alpha from ${decimals(least.alpha)} (${least.label}) to ${decimals(most.alpha)} (${most.label}), at least 0.667 for ${above} of ${counted(found.length, 'field')}.`;
  },
  chart: chartOf({
    table: 'fields',
    kind: 'intervals',
    label: 'field',
    value: 'estimate',
    low: 'low',
    high: 'high',
    series: 'round',
  }),
  headline: {
    label: 'Least alpha of a field',
    value: ({ fields }) => {
      const alphas = fields.flatMap(({ alpha }) => alpha.estimate ?? []);
      return alphas.length === 0 ? null : Math.min(...alphas);
    },
  },
});
