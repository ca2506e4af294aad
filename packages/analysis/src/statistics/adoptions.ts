import { senderInWords, withSender } from '@govexport/schema/vocabularies';
import { inferAdoptions, planAdoptions, type AdoptionsResult } from '../compute/adoptions.ts';
import type { ShareOfYes } from '../compute/share.ts';
import { adoptionsResult } from '../results/records.ts';
import { defineStatistic, type Told } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, intervalWords, percent, yearRange } from '../words.ts';
import { absence, contextScope, valuesTable, yearsTable } from './records.ts';

const shareTitle = 'Share with a supplier from the sending state';

function shares({ chinese_supplier: all, chinese_supplier_in_use: used }: AdoptionsResult, { senders }: Told): Table {
  const rows = (of: string, share: ShareOfYes) => [
    { of, basis: 'Known suppliers', known: share.yes + share.no, ...estimateCells(share.clopper_pearson) },
    { of, basis: 'If every unknown were no', known: share.n, ...estimateCells(share.if_unknown_are_no) },
    { of, basis: 'If every unknown were yes', known: share.n, ...estimateCells(share.if_unknown_are_yes) },
  ];
  return {
    name: 'chinese_supplier',
    title: withSender(shareTitle, senders),
    note: withSender(
      'Clopper-Pearson intervals. One system can have several suppliers; one from the sending state is enough.',
      senders,
    ),
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
  summary: `Surveillance and digital-control systems that the states planned, bought or used: a year, by state, system, status and supplier, and the share with a supplier from the sending state with its bounds. ${contextScope}`,
  reference:
    'Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404; Garwood (1936), doi:10.1093/biomet/28.3-4.437; Manski (1989), doi:10.2307/145818; R: binom.test, poisson.test.',
  parameters: () => ({}),
  result: adoptionsResult,
  plan: planAdoptions,
  infer: inferAdoptions,
  dated: 'adoptions',
  tables: (answer, _, world) => [
    yearsTable('Adoptions a year', answer.years, answer.undated),
    valuesTable('Adoptions by state, system, status and supplier', [
      { of: 'State', vocabulary: 'recipient_country', counts: answer.countries },
      { of: 'System', vocabulary: 'adoption_system', counts: answer.systems },
      { of: 'Status', vocabulary: 'adoption_status', counts: answer.statuses },
      { of: 'Supplier', vocabulary: null, counts: answer.suppliers },
      { of: 'Home of the supplier', vocabulary: null, counts: answer.supplier_countries },
    ]),
    shares(answer, world),
  ],
  finding: (answer, { from, to }, { senders }) => {
    const { n, undated, chinese_supplier: share } = answer;
    const nothing = absence('adoptions', answer);
    if (nothing !== null) return nothing;
    const known = share.yes + share.no;
    const suppliers =
      share.clopper_pearson.estimate === null
        ? 'no supplier is known'
        : `${share.yes} of ${known} with a known supplier have one from ${senderInWords(senders)} (${percent(share.clopper_pearson.estimate)}, ${intervalWords(share.clopper_pearson, percent)}), ${share.unknown} unknown`;
    return `${counted(n, 'adoption')} in ${yearRange(from, to)}, ${undated} of them without a date: ${suppliers}.`;
  },
  chart: chartOf({ table: 'years', kind: 'columns', label: 'year', value: 'count', low: 'low', high: 'high' }),
  headline: {
    label: shareTitle,
    value: ({ chinese_supplier }) => chinese_supplier.clopper_pearson,
  },
});
