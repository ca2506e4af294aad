import { z } from 'zod';
import { termLabel } from '../compute/dimensions.ts';
import { inferReliability, planReliability, type ReliabilityResult } from '../compute/reliability.ts';
import { reasons } from '../estimate.ts';
import { reliabilityResult } from '../results/evidence.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, decimals } from '../words.ts';
import { samplesInput, seedShape } from './seed-input.ts';

function fields({ fields }: ReliabilityResult, empty: 'missing' | 'value'): Table {
  return {
    name: 'fields',
    title: 'Agreement of coders by field',
    note: `Bootstrap percentile intervals over programs. A field left empty ${empty === 'missing' ? 'is no value and is left out' : 'counts as a value of its own'}. Alpha below 0.667 is commonly held too low for firm conclusions, and above 0.8 good.`,
    columns: [
      column('round', 'Round', 'count'),
      column('field', 'Field', 'text'),
      column('coders', 'Coders', 'count'),
      column('pairable_units', 'Programs with two or more values', 'count'),
      column('percent_agreement', 'Percent agreement', 'share'),
      ...estimateColumns('Alpha', 'number'),
      column('reason', 'Why there is none', 'text'),
    ],
    rows: fields.map(({ round, field, coders, pairable_units, percent_agreement, alpha }) => ({
      ...{ round, field: termLabel('coded_field', field), coders, pairable_units, percent_agreement },
      ...estimateCells(alpha),
      reason: 'level' in alpha ? '' : reasons[alpha.reason],
    })),
  };
}

/** Whether coders agree. */
export const reliability = defineStatistic({
  name: 'reliability',
  title: 'Do coders agree',
  summary:
    'Krippendorff’s alpha for nominal values and the percent agreement of the original codings, by round and field, for the programs in scope. Coders of one family of language models can share their errors, so agreement is an upper bound of accuracy and not a proof of it.',
  reference:
    'Krippendorff (2011), Computing Krippendorff’s alpha-reliability, https://repository.upenn.edu/asc_papers/43; Hayes and Krippendorff (2007), doi:10.1080/19312450709336664; percentile bootstrap over units: Efron (1979), doi:10.1214/aos/1176344552.',
  parameters: () => ({
    empty: z
      .enum(['missing', 'value'])
      .default('missing')
      .describe('How a field counts that a coder left empty: as no value, or as a value of its own.'),
    ...seedShape(),
    samples: samplesInput(10_000),
  }),
  result: reliabilityResult,
  plan: planReliability,
  infer: inferReliability,
  tables: (answer, { empty }) => [fields(answer, empty)],
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
