import { isKnown } from '@govexport/schema/vocabularies';
import type { Facts } from '../facts.ts';
import { all, rows, type CountsOf, type Plan } from '../query/plan.ts';
import { everything, type Where } from '../query/query.ts';
import type { StatedValue, TransfersResult } from '../results/records.ts';
import { datedWhere } from './filter-where.ts';
import type { Filter } from './resolve-filter.ts';
import { addUp, countRecords, frequentFirst, tally, total, type Counted } from './tallies.ts';
import { inferYears } from './yearly.ts';

export type { TransfersResult };

/** Input of the statistic `transfers`, with every default filled in. */
export interface TransfersInput extends Filter {
  readonly level: number;
}

/** Counts the transfers by year, state, kind and terms, and reads those with a stated value. */
export function planTransfers(input: TransfersInput, facts: Facts) {
  const where = datedWhere(input, 'transfers', facts);
  const by = (field: string): Plan<Counted<string | null>> => tally('transfers', where, { field });
  const stated: Where = { op: 'and', of: [where, { op: 'known', field: 'value' }, { op: 'known', field: 'currency' }] };
  return all({
    in_dataset: countRecords('transfers', everything),
    years: tally<number | null>('transfers', where, { part: 'year', of: 'date' }),
    countries: by('country'),
    kinds: by('kind'),
    terms: by('terms'),
    values: rows<StatedValue>({
      ...{ table: 'transfers', where: stated },
      fields: ['id', 'country', 'date', 'kind', 'title', 'value', 'currency', 'notes'],
    }),
  });
}

/** Adds the interval of each year's count, and adds up the stated values of each currency. */
export function inferTransfers(counts: CountsOf<typeof planTransfers>, input: TransfersInput): TransfersResult {
  const { in_dataset, years, countries, kinds, terms } = counts;
  const values = [...counts.values].sort((a, b) => (a.id < b.id ? -1 : 1));
  const n = total(years.values());
  return {
    in_dataset,
    n,
    undated: years.get(null) ?? 0,
    years: inferYears(years, input),
    countries: frequentFirst(countries),
    kinds: frequentFirst(kinds),
    terms: frequentFirst(addUp([...terms].map(([value, count]) => [isKnown(value) ? value : null, count]))),
    without_value: n - values.length,
    money: moneyOf(values),
    values,
  };
}

function moneyOf(values: readonly StatedValue[]): TransfersResult['money'][number][] {
  const currencies = frequentFirst(addUp(values.map(({ currency }) => [currency, 1])));
  return currencies.flatMap(({ value: currency, count }) => {
    if (currency === null) return [];
    const amounts = values.filter((stated) => stated.currency === currency).map(({ value }) => value);
    const largest = amounts.reduce((most, value) => Math.max(most, value), 0);
    return [{ currency, records: count, sum: total(amounts), largest }];
  });
}
