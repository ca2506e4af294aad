import { z } from 'zod';
import { dimensionNames, dimensions, labelOf, type DimensionName } from '../compute/dimensions.ts';
import { attributes, inferShare, planShare, type Attribute, type ShareResult } from '../compute/share.ts';
import { shareResult } from '../results/shares.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, intervalWords, percent, yearRange } from '../words.ts';

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
  const { low = null, high = null } = result.whatever_unknown ?? {};
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
    rows: [
      ...rows.map(([basis, numerator, denominator, estimate]) => ({
        ...{ basis, numerator, denominator },
        ...estimateCells(estimate),
      })),
      { basis: 'Whatever the unknown are', numerator: null, denominator: n, estimate: null, low, high },
    ],
  };
}

function halves({ halves }: ShareResult): Table {
  const rowOf = ({ from, to, yes, no }: NonNullable<ShareResult['halves']>['early']) => ({
    ...{ period: yearRange(from, to), yes, known: yes + no },
    ...{ estimate: yes + no === 0 ? null : yes / (yes + no), low: null, high: null },
  });
  return {
    name: 'halves',
    title: 'Share of yes in both halves of the years',
    note: 'Known values. The last row is the late share less the early one, with the interval of Newcombe.',
    columns: [
      column('period', 'Years', 'text'),
      column('yes', 'Yes', 'count'),
      column('known', 'Known', 'count'),
      ...estimateColumns('Share', 'share'),
    ],
    rows:
      halves === null
        ? []
        : [
            rowOf(halves.early),
            rowOf(halves.late),
            { period: 'Difference', yes: null, known: null, ...estimateCells(halves.difference) },
          ],
  };
}

function groups({ groups, multi_valued }: ShareResult, by: DimensionName | null, senders: readonly string[]): Table[] {
  if (by === null) return [];
  return [
    {
      name: 'groups',
      title: `Share of yes by ${dimensions[by].label.toLowerCase()}`,
      note: `Known values, Clopper-Pearson intervals. Pooled: drawn towards the share of all groups, the more the fewer values a group has and the less the groups differ.${multi_valued ? ' A program counts once in each group that it names.' : ''}`,
      columns: [
        column('group', 'Group', 'text'),
        column('yes', 'Yes', 'count'),
        column('known', 'Known', 'count'),
        column('unknown', 'Unknown', 'count'),
        ...estimateColumns('Share', 'share'),
        column('pooled', 'Pooled', 'share'),
      ],
      rows: groups.map(({ value, yes, no, unknown, share, pooled }) => ({
        ...{ group: labelOf(by, value, senders), yes, known: yes + no, unknown, pooled },
        ...estimateCells(share),
      })),
    },
  ];
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
    'Share of the programs with an attribute, on the programs whose value is known, with the Clopper-Pearson and the Wilson interval; the bounds of that share if every unknown value were no, or yes, and an interval that holds whatever they are; the difference between the late and the early half of the years; and on demand the share for each value of one dimension, raw and partially pooled.',
  reference:
    'Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404; Wilson (1927), doi:10.1080/01621459.1927.10502953; Manski (1989), doi:10.2307/145818; Imbens and Manski (2004), doi:10.1111/j.1468-0262.2004.00555.x; Newcombe (1998), Statistics in Medicine 17, 873–890; pooling: Kleinman (1973), doi:10.2307/2284137; R: binom.test, prop.test.',
  parameters: () => ({
    attribute: z.enum(attributes).default('security_related').describe('Attribute whose share is asked for.'),
    by: z.enum(dimensionNames).nullable().default(null).describe('Dimension that splits the counts. Not given: none.'),
  }),
  result: shareResult,
  plan: planShare,
  infer: inferShare,
  tables: (answer, { by }, { senders }) => [
    estimates(answer),
    counts(answer),
    halves(answer),
    ...groups(answer, by, senders),
  ],
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
