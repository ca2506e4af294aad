import { z } from 'zod';
import { attributes, inferShare, planShare, type Attribute, type ShareResult } from '../compute/share.ts';
import { shareResult } from '../results/shares.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, intervalWords, percent } from '../words.ts';

/** What the attributes are called. */
export const attributeLabels: Readonly<Record<Attribute, string>> = {
  security_related: 'Security-related',
  technology_component: 'Technology component',
  equipment_transfer: 'Equipment transfer',
};

function estimates(result: ShareResult): Table {
  const { n, yes, no, unknown } = result;
  const rows = [
    ['Known values, Clopper-Pearson interval', yes, yes + no, result.clopper_pearson],
    ['Known values, Wilson interval', yes, yes + no, result.wilson],
    ['If every unknown were no', yes, n, result.if_unknown_are_no],
    ['If every unknown were yes', yes + unknown, n, result.if_unknown_are_yes],
  ] as const;
  return {
    name: 'share',
    title: 'Share of yes',
    note: `Known values: ${yes + no} of ${counted(n, 'program')}.`,
    columns: [
      column('basis', 'Basis', 'text'),
      column('numerator', 'Numerator', 'count'),
      column('denominator', 'Denominator', 'count'),
      ...estimateColumns('Share', 'share'),
    ],
    rows: rows.map(([basis, numerator, denominator, estimate]) => ({
      ...{ basis, numerator, denominator },
      ...estimateCells(estimate),
    })),
  };
}

function counts({ yes, no, unknown }: ShareResult): Table {
  const rows = [
    ['Yes', yes],
    ['No', no],
    ['Unknown', unknown],
  ] as const;
  return {
    name: 'counts',
    title: 'Programs by what is known',
    note: null,
    columns: [
      { key: 'value', label: 'Value', kind: 'text' },
      { key: 'programs', label: 'Programs', kind: 'count' },
    ],
    rows: rows.map(([value, programs]) => ({ value, programs })),
  };
}

/** Which part of the programs in scope has a yes/no/unknown attribute. */
export const share = defineStatistic({
  name: 'share',
  title: 'Which part',
  summary:
    'Share of the programs with an attribute, on the programs whose value is known, with the Clopper-Pearson and the Wilson interval; and the bounds of that share if every unknown value were no, or yes.',
  reference:
    'Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404; Wilson (1927), doi:10.1080/01621459.1927.10502953; Manski (1989), doi:10.2307/145818; R: binom.test, prop.test.',
  parameters: () => ({
    attribute: z.enum(attributes).default('security_related').describe('Attribute whose share is asked for.'),
  }),
  result: shareResult,
  plan: planShare,
  infer: inferShare,
  tables: (answer) => [estimates(answer), counts(answer)],
  finding: ({ n, yes, no, unknown, clopper_pearson }, { attribute }) => {
    const label = attributeLabels[attribute];
    if (n === 0) return 'No program is in scope.';
    if (clopper_pearson.estimate === null) return `${label}: the sources tell it for none of ${counted(n, 'program')}.`;
    const known = `${yes} of ${counted(yes + no, 'program')} with a known value`;
    return `${label}: ${percent(clopper_pearson.estimate)}, ${known} (${intervalWords(clopper_pearson, percent)}); ${unknown} unknown.`;
  },
  chart: chartOf({
    table: 'share',
    kind: 'intervals',
    label: 'basis',
    value: 'estimate',
    low: 'low',
    high: 'high',
  }),
  headline: { label: 'Share of yes among known values', value: ({ clopper_pearson }) => clopper_pearson },
});
