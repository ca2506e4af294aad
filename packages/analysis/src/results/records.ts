import { z } from 'zod';
import { Count, Finite } from '../estimate.ts';
import { once } from '@govexport/schema';
import { shareShape } from './shares.ts';
import { yearCountShape } from './years.ts';

/** Dated records a year in results. */
const yearCounts = once(() =>
  z
    .array(z.strictObject({ ...yearCountShape(), count: Count.describe('Dated records of the year.') }))
    .describe('Every year of the range, zeros included. Records without a date are in none.'),
);

/** How often each value occurs, in results. */
const valueCounts = once(() =>
  z
    .array(z.strictObject({ value: z.string().nullable().describe('null: unknown.'), count: Count }))
    .describe('Records with each value, the most frequent first.'),
);

/** How many records have one value; null: unknown. */
export type ValueCount = AdoptionsResult['countries'][number];

/** Result of the statistic `adoptions`. */
export type AdoptionsResult = z.infer<ReturnType<typeof adoptionsResult>>;

/** Schema of it. */
export function adoptionsResult() {
  const supplierShare = z.strictObject({
    ...shareShape(),
    n: Count.describe('Adoptions.'),
    yes: Count.describe('Adoptions with a supplier from the sending state.'),
    no: Count.describe('Adoptions whose suppliers are all from elsewhere.'),
    unknown: Count.describe('Adoptions whose supplier’s home is unknown.'),
  });
  return z.strictObject({
    in_dataset: Count.describe('Adoptions of the dataset, whatever the filter.'),
    n: Count.describe('Adoptions in scope.'),
    undated: Count.describe('Adoptions in scope without a date.'),
    years: yearCounts(),
    countries: valueCounts(),
    systems: valueCounts(),
    statuses: valueCounts(),
    suppliers: valueCounts(),
    supplier_countries: valueCounts().describe('Home states of the suppliers, ISO 3166-1 alpha-2.'),
    chinese_supplier: supplierShare.describe(
      'Share with a supplier from the sending state, planned and cancelled systems included.',
    ),
    chinese_supplier_in_use: supplierShare.describe('The same among systems operating, on trial or being installed.'),
    countries_in_use: Count.describe(
      'States with a system of a supplier from the sending state operating, on trial or being installed.',
    ),
  });
}

/** Result of the statistic `transfers`. */
export type TransfersResult = z.infer<ReturnType<typeof transfersResult>>;

/** Schema of it. */
export const transfersResult = () =>
  z.strictObject({
    in_dataset: Count.describe('Transfers of the dataset, whatever the filter.'),
    n: Count.describe('Transfers in scope.'),
    undated: Count.describe('Transfers in scope without a date.'),
    years: yearCounts(),
    countries: valueCounts(),
    kinds: valueCounts(),
    terms: valueCounts(),
    without_value: Count.describe('Transfers whose value no source states.'),
    money: z
      .array(
        z.strictObject({
          currency: z.string(),
          records: Count.describe('Transfers with a value in the currency.'),
          sum: Finite.describe('Sum of these values; some overlap, so it is no total.'),
          largest: Finite.describe('Largest of them.'),
        }),
      )
      .describe('Stated values, one row a currency; currencies are never added up.'),
    values: z
      .array(
        z.strictObject({
          id: z.string(),
          country: z.string().nullable(),
          date: z.string().nullable(),
          kind: z.string(),
          title: z.string(),
          value: Finite,
          currency: z.string(),
          notes: z.string().nullable().describe('Says where the value overlaps with that of another record.'),
        }),
      )
      .describe('Every transfer with a stated value.'),
  });

/** One record whose value is stated. */
export type StatedValue = TransfersResult['values'][number];

/** Result of the statistic `indicators`. */
export type IndicatorsResult = z.infer<ReturnType<typeof indicatorsResult>>;

/** Schema of it. */
export function indicatorsResult() {
  const point = z.strictObject({ year: z.int(), value: Finite });
  return z.strictObject({
    in_dataset: Count.describe('Values of the dataset, whatever the filter.'),
    available: z.array(z.string()).describe('Names of the indicators of the dataset.'),
    series: z
      .array(
        z.strictObject({
          indicator: z.string(),
          indicator_name: z.string(),
          producer: z.string(),
          edition: z.string().describe('Edition of the producer’s data; compare within one edition only.'),
          unit: z.string().describe('Scale, and which end is which.'),
          country: z.string(),
          first: point.describe('First value in the range of years.'),
          last: point.describe('Last value in the range of years.'),
          change: Finite.describe('Last less first value.'),
          values: z.array(point),
        }),
      )
      .describe('One series for each indicator, producer, edition and state.'),
  });
}

/** The values of one indicator of one producer, in one edition, for one state. */
export type IndicatorSeries = IndicatorsResult['series'][number];
