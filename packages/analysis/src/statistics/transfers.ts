import { termLabel } from '../compute/dimensions.ts';
import { inferTransfers, planTransfers, type TransfersResult } from '../compute/transfers.ts';
import { transfersResult } from '../results/records.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, yearRange } from '../words.ts';
import { absence, contextScope, valuesTable, yearsTable } from './records.ts';

function money({ money, without_value }: TransfersResult): Table {
  return {
    name: 'money',
    title: 'Stated values by currency',
    note: `Values as stated, in nominal money. Some overlap with one another or with values of other tables, as the notes of the records say, so a sum is not a total. Without a stated value: ${without_value}.`,
    columns: [
      column('currency', 'Currency', 'text'),
      column('records', 'Records', 'count'),
      column('sum', 'Sum of the stated values', 'measure'),
      column('largest', 'Largest', 'measure'),
    ],
    rows: money.map((row) => ({ ...row })),
  };
}

function stated({ values }: TransfersResult): Table {
  return {
    name: 'stated_values',
    title: 'Transfers with a stated value',
    note: 'Read the notes before adding values up.',
    columns: [
      column('id', 'Id', 'text'),
      column('country', 'State', 'text'),
      column('date', 'Date', 'text'),
      column('kind', 'Kind', 'text'),
      column('title', 'Title', 'text'),
      column('value', 'Value', 'measure'),
      column('currency', 'Currency', 'text'),
      column('notes', 'Notes', 'text'),
    ],
    rows: values.map((row) => ({
      ...row,
      country: row.country === null ? null : termLabel('recipient_country', row.country),
      kind: termLabel('transfer_kind', row.kind),
    })),
  };
}

/** Equipment, buildings and money in the records. */
export const transfers = defineStatistic({
  name: 'transfers',
  title: 'Equipment and money',
  summary: `Transfers of equipment, buildings and money a year, by state, kind and terms, and the stated values of each currency by itself. ${contextScope}`,
  reference: 'Garwood (1936), doi:10.1093/biomet/28.3-4.437, for the intervals of counts; R: poisson.test.',
  parameters: () => ({}),
  result: transfersResult,
  plan: planTransfers,
  infer: inferTransfers,
  dated: 'transfers',
  tables: (answer) => [
    yearsTable('Transfers a year', answer.years, answer.undated),
    valuesTable('Transfers by state, kind and terms', [
      { of: 'State', vocabulary: 'recipient_country', counts: answer.countries },
      { of: 'Kind', vocabulary: 'transfer_kind', counts: answer.kinds },
      { of: 'Terms', vocabulary: 'transfer_terms', counts: answer.terms },
    ]),
    money(answer),
    stated(answer),
  ],
  finding: (answer, { from, to }) => {
    const { n, undated, values, money } = answer;
    const [kind] = answer.kinds;
    const nothing = absence('transfers', answer);
    if (nothing !== null || kind === undefined) return nothing ?? 'No record of transfers is in scope.';
    const most = `most often ${termLabel('transfer_kind', kind.value).toLowerCase()} (${kind.count})`;
    const currencies = money.length === 1 ? 'one currency' : `${money.length} currencies, not added up`;
    const value =
      values.length === 0 ? 'no value is stated' : `a value is stated for ${values.length}, in ${currencies}`;
    return `${counted(n, 'transfer')} in ${yearRange(from, to)}, ${undated} of them without a date, ${most}; ${value}.`;
  },
  chart: chartOf({ table: 'years', kind: 'columns', label: 'year', value: 'count', low: 'low', high: 'high' }),
  headline: { label: 'Transfers', value: ({ n }) => n },
});
