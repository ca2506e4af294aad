import { z } from 'zod';
import { computeAdoptions, type AdoptionsResult } from '../compute/adoptions.ts';
import { datedYears } from '../compute/select-records.ts';
import type { ShareResult } from '../compute/share.ts';
import { Count } from '../estimate.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, intervalWords, percent, yearRange } from '../words.ts';
import { absence, contextScope, ValueCounts, valuesTable, YearCounts, yearsTable } from './records.ts';
import { shareShape } from './share.ts';

const supplierShare = z.strictObject({
  ...shareShape,
  n: Count.describe('Adoptions.'),
  yes: Count.describe('Adoptions with a supplier from China.'),
  no: Count.describe('Adoptions whose suppliers are all from elsewhere.'),
  unknown: Count.describe('Adoptions whose supplier’s home is unknown.'),
});

const result = z.strictObject({
  in_dataset: Count.describe('Adoptions of the dataset, whatever the filter.'),
  n: Count.describe('Adoptions in scope.'),
  undated: Count.describe('Adoptions in scope without a date.'),
  years: YearCounts,
  countries: ValueCounts,
  systems: ValueCounts,
  statuses: ValueCounts,
  suppliers: ValueCounts,
  supplier_countries: ValueCounts.describe('Home states of the suppliers, ISO 3166-1 alpha-2.'),
  chinese_supplier: supplierShare.describe('Share with a Chinese supplier, planned and cancelled systems included.'),
  chinese_supplier_in_use: supplierShare.describe('The same among systems operating, on trial or being installed.'),
  countries_in_use: Count.describe(
    'States with a system of a Chinese supplier operating, on trial or being installed.',
  ),
});

function shares({ chinese_supplier: all, chinese_supplier_in_use: used }: AdoptionsResult): Table {
  const rows = (of: string, share: ShareResult) => [
    { of, basis: 'Known suppliers', known: share.yes + share.no, ...estimateCells(share.clopper_pearson) },
    { of, basis: 'If every unknown were no', known: share.n, ...estimateCells(share.if_unknown_are_no) },
    { of, basis: 'If every unknown were yes', known: share.n, ...estimateCells(share.if_unknown_are_yes) },
  ];
  return {
    name: 'chinese_supplier',
    title: 'Share with a Chinese supplier',
    note: 'Clopper-Pearson intervals. One system can have several suppliers; one from China is enough.',
    columns: [
      column('of', 'Of', 'text'),
      column('basis', 'Basis', 'text'),
      column('known', 'Denominator', 'count'),
      ...estimateColumns('Share', 'share'),
    ],
    rows: [...rows('All adoptions', all), ...rows('Operating, on trial or being installed', used)],
  };
}

/** Surveillance and digital-control systems in the records. */
export const adoptions = defineStatistic({
  name: 'adoptions',
  title: 'Surveillance systems',
  summary: `Surveillance and digital-control systems that the states planned, bought or used: a year, by state, system, status and supplier, and the share with a Chinese supplier with its bounds. ${contextScope}`,
  reference:
    'Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404; Garwood (1936), doi:10.1093/biomet/28.3-4.437; Manski (1989), doi:10.2307/145818; R: binom.test, poisson.test.',
  parameters: {},
  result,
  compute: computeAdoptions,
  recordYears: (dataset) => datedYears(dataset.adoptions),
  tables: (answer) => [
    yearsTable('Adoptions a year', answer.years, answer.undated),
    valuesTable('Adoptions by state, system, status and supplier', [
      { of: 'State', vocabulary: 'recipient_country', counts: answer.countries },
      { of: 'System', vocabulary: 'adoption_system', counts: answer.systems },
      { of: 'Status', vocabulary: 'adoption_status', counts: answer.statuses },
      { of: 'Supplier', vocabulary: null, counts: answer.suppliers },
      { of: 'Home of the supplier', vocabulary: null, counts: answer.supplier_countries },
    ]),
    shares(answer),
  ],
  finding: (answer, { from, to }) => {
    const { n, undated, chinese_supplier: share } = answer;
    const nothing = absence('adoptions', answer);
    if (nothing !== null) return nothing;
    const known = share.yes + share.no;
    const suppliers =
      share.clopper_pearson.estimate === null
        ? 'no supplier is known'
        : `${share.yes} of ${known} with a known supplier have a Chinese one (${percent(share.clopper_pearson.estimate)}, ${intervalWords(share.clopper_pearson, percent)}), ${share.unknown} unknown`;
    return `${counted(n, 'adoption')} in ${yearRange(from, to)}, ${undated} of them without a date: ${suppliers}.`;
  },
  chart: chartOf({ table: 'years', kind: 'columns', label: 'year', value: 'count', low: 'low', high: 'high' }),
  headline: {
    label: 'Share with a Chinese supplier',
    value: ({ chinese_supplier }) => chinese_supplier.clopper_pearson,
  },
});
