import type { Dataset } from '@govexport/schema';
import { isKnown } from '@govexport/schema/vocabularies';
import type { Filter } from './resolve-filter.ts';
import { countBy, selectRecords, type ValueCount } from './select-records.ts';
import { inferYears, tabulateYears, type YearCount } from './yearly.ts';

/** Input of the statistic `transfers`, with every default filled in. */
export interface TransfersInput extends Filter {
  readonly level: number;
}

type Transfer = Dataset['transfers'][number];

/** The stated values in one currency. */
export interface MoneyRow {
  currency: string;
  records: number;
  sum: number;
  largest: number;
}

/** One record whose value is stated. */
export interface StatedValue {
  id: string;
  country: string | null;
  date: string | null;
  kind: string;
  title: string;
  value: number;
  currency: string;
  notes: string | null;
}

/** Result of the statistic `transfers`. */
export interface TransfersResult {
  in_dataset: number;
  n: number;
  undated: number;
  years: YearCount[];
  countries: ValueCount[];
  kinds: ValueCount[];
  terms: ValueCount[];
  without_value: number;
  money: MoneyRow[];
  values: StatedValue[];
}

/** Counts the transfers by year, state, kind and terms, and adds up the stated values of each currency. */
export function tabulateTransfers(dataset: Pick<Dataset, 'transfers'>, input: TransfersInput) {
  const transfers = selectRecords(dataset.transfers, input);
  const values = transfers.flatMap(statedValue).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    in_dataset: dataset.transfers.length,
    n: transfers.length,
    undated: transfers.filter(({ date }) => date === null).length,
    years: tabulateYears(transfers, input),
    countries: countBy(transfers, ({ country }) => (country === null ? [] : [country])),
    kinds: countBy(transfers, ({ kind }) => [kind]),
    terms: countBy(transfers, ({ terms }) => (isKnown(terms) ? [terms] : [])),
    without_value: transfers.length - values.length,
    money: moneyOf(values),
    values,
  };
}

function statedValue({ id, country, date, kind, title, value, currency, notes }: Transfer): StatedValue[] {
  return value === null || currency === null ? [] : [{ id, country, date, kind, title, value, currency, notes }];
}

function moneyOf(values: readonly StatedValue[]): MoneyRow[] {
  const currencies = countBy(values, ({ currency }) => [currency]);
  return currencies.flatMap(({ value: currency, count }) => {
    if (currency === null) return [];
    const amounts = values.filter((stated) => stated.currency === currency).map(({ value }) => value);
    const sum = amounts.reduce((total, value) => total + value, 0);
    return [{ currency, records: count, sum, largest: amounts.reduce((most, value) => Math.max(most, value), 0) }];
  });
}

/** Adds the interval of each year's count. */
export function inferTransfers(counts: ReturnType<typeof tabulateTransfers>, level: number): TransfersResult {
  return { ...counts, years: inferYears(counts.years, level) };
}

/**
 * Equipment, buildings and money in the records.
 *
 * @example
 * computeTransfers(dataset, input).money; // one row a currency, never added up
 */
export function computeTransfers(dataset: Dataset, input: TransfersInput): TransfersResult {
  return inferTransfers(tabulateTransfers(dataset, input), input.level);
}
