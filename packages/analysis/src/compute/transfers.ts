import type { Dataset } from '@govexport/schema';
import { isKnown } from '@govexport/schema/vocabularies';
import type { StatedValue, TransfersResult } from '../results/records.ts';
import type { Filter } from './resolve-filter.ts';
import { countBy, selectRecords } from './select-records.ts';
import { inferYears, tabulateYears } from './yearly.ts';

export type { TransfersResult };

/** Input of the statistic `transfers`, with every default filled in. */
export interface TransfersInput extends Filter {
  readonly level: number;
}

type Transfer = Dataset['transfers'][number];

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

function moneyOf(values: readonly StatedValue[]): TransfersResult['money'][number][] {
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
