import { isKnown } from '@govexport/schema/vocabularies';
import type { Facts } from '../facts.ts';
import { all, count, map, type CountsOf, type Plan } from '../query/plan.ts';
import { everything } from '../query/query.ts';
import type { AdoptionsResult } from '../results/records.ts';
import { datedWhere } from './filter-where.ts';
import type { Filter } from './resolve-filter.ts';
import { shareOfYes, type ShareCounts } from './share.ts';
import { addUp, countRecords, frequentFirst, itemsOf, tally, total, type Counted } from './tallies.ts';
import { inferYears } from './yearly.ts';

export type { AdoptionsResult };

/** Input of the statistic `adoptions`, with every default filled in. */
export interface AdoptionsInput extends Filter {
  readonly level: number;
}

/** Statuses of a system that works or is being built. */
const inUse: ReadonlySet<string> = new Set(['operating', 'trial', 'being_installed']);

/** Counts the adoptions by year, state, system, status and supplier. */
export function planAdoptions(input: AdoptionsInput, facts: Facts) {
  const where = datedWhere(input, 'adoptions', facts);
  const by = (field: string): Plan<Counted<string | null>> => tally('adoptions', where, { field });
  const supplied = {
    suppliers: { list: 'supplier_countries' },
    status: { field: 'status' },
    country: { field: 'country' },
  } as const;
  return all({
    in_dataset: countRecords('adoptions', everything),
    years: tally<number | null>('adoptions', where, { part: 'year', of: 'date' }),
    countries: by('country'),
    systems: by('system'),
    statuses: by('status'),
    suppliers: by('supplier'),
    supplier_countries: tally<string | null>('adoptions', where, { each: 'supplier_countries' }),
    of_sender: map(count({ table: 'adoptions', where, by: supplied }), (cells) =>
      cells.map(({ by: { suppliers, status, country }, count }) => {
        const states = itemsOf(suppliers as string);
        // Of several states, any.
        const ours = states.length === 0 ? null : states.some((state) => facts.meta.senders.includes(state));
        return { ours, in_use: inUse.has(status as string), country, count };
      }),
    ),
  });
}

/** Counts of adoptions, before any interval. */
export type AdoptionCounts = CountsOf<typeof planAdoptions>;

/** Adds the interval of each year's count and the shares of suppliers of the sender. */
export function inferAdoptions(counts: AdoptionCounts, input: AdoptionsInput): AdoptionsResult {
  const { in_dataset, years, countries, systems, statuses, suppliers, supplier_countries, of_sender } = counts;
  const using = of_sender.filter(({ in_use }) => in_use);
  return {
    in_dataset,
    n: total(years.values()),
    undated: years.get(null) ?? 0,
    years: inferYears(years, input),
    countries: frequentFirst(countries),
    systems: frequentFirst(systems),
    statuses: frequentFirst(addUp([...statuses].map(([status, count]) => [isKnown(status) ? status : null, count]))),
    suppliers: frequentFirst(
      addUp([...suppliers].flatMap(([list, count]) => namesOf(list).map((name) => [name, count] as const))),
    ),
    supplier_countries: frequentFirst(supplier_countries),
    chinese_supplier: shareOfYes(shareOf(of_sender), input),
    chinese_supplier_in_use: shareOfYes(shareOf(using), input),
    countries_in_use: new Set(using.filter(({ ours }) => ours === true).map(({ country }) => country)).size,
  };
}

/** Adoptions whose supplier is, is not, or may be of the sender. */
function shareOf(counts: AdoptionCounts['of_sender']): ShareCounts {
  const found = addUp(counts.map(({ ours, count }) => [ours, count]));
  return { yes: found.get(true) ?? 0, no: found.get(false) ?? 0, unknown: found.get(null) ?? 0 };
}

/** The companies of a list with semicolons; null where it names none. */
function namesOf(list: string | null): (string | null)[] {
  const names = [...new Set((list ?? '').split(';').map((name) => name.trim()))].filter((name) => name !== '');
  return names.length === 0 ? [null] : names;
}
