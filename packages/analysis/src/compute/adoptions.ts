import type { Dataset } from '@govexport/schema';
import { isKnown } from '@govexport/schema/vocabularies';
import type { AdoptionsResult } from '../results/records.ts';
import type { Filter } from './resolve-filter.ts';
import { countBy, selectRecords } from './select-records.ts';
import { inferShare, type ShareCounts } from './share.ts';
import { inferYears, tabulateYears } from './yearly.ts';

export type { AdoptionsResult };

/** Input of the statistic `adoptions`, with every default filled in. */
export interface AdoptionsInput extends Filter {
  readonly level: number;
}

type Adoption = Dataset['adoptions'][number];

/** Statuses of a system that works or is being built. */
const inUse: ReadonlySet<string> = new Set(['operating', 'trial', 'being_installed']);

/** Whether a supplier is of the state that trains; of several states, of any. */
function fromSender({ supplier_countries }: Adoption, senders: readonly string[]): boolean {
  return supplier_countries.some((state) => senders.includes(state));
}

/** Adoptions whose supplier is, is not, or may be of the sender. */
function supplierShare(adoptions: readonly Adoption[], senders: readonly string[]): ShareCounts {
  const known = adoptions.filter(({ supplier_countries }) => supplier_countries.length > 0);
  const yes = known.filter((adoption) => fromSender(adoption, senders)).length;
  return { yes, no: known.length - yes, unknown: adoptions.length - known.length };
}

/** Counts the adoptions by year, state, system, status and supplier. */
export function tabulateAdoptions(dataset: Pick<Dataset, 'adoptions' | 'meta'>, input: AdoptionsInput) {
  const adoptions = selectRecords(dataset.adoptions, input);
  const using = adoptions.filter(({ status }) => inUse.has(status));
  const { senders } = dataset.meta;
  return {
    in_dataset: dataset.adoptions.length,
    n: adoptions.length,
    undated: adoptions.filter(({ date }) => date === null).length,
    years: tabulateYears(adoptions, input),
    countries: countBy(adoptions, ({ country }) => [country]),
    systems: countBy(adoptions, ({ system }) => [system]),
    statuses: countBy(adoptions, ({ status }) => (isKnown(status) ? [status] : [])),
    suppliers: countBy(adoptions, ({ supplier }) => namesOf(supplier)),
    supplier_countries: countBy(adoptions, ({ supplier_countries }) => supplier_countries),
    of_sender: supplierShare(adoptions, senders),
    of_sender_in_use: supplierShare(using, senders),
    countries_in_use: new Set(using.filter((one) => fromSender(one, senders)).map(({ country }) => country)).size,
  };
}

/** The companies of a list with semicolons. */
function namesOf(list: string | null): string[] {
  return [...new Set((list ?? '').split(';').map((name) => name.trim()))].filter((name) => name !== '');
}

/** Adds the interval of each year's count and the shares of suppliers of the sender. */
export function inferAdoptions(counts: ReturnType<typeof tabulateAdoptions>, level: number): AdoptionsResult {
  const { of_sender, of_sender_in_use, countries_in_use, ...others } = counts;
  return {
    ...others,
    years: inferYears(counts.years, level),
    chinese_supplier: inferShare(of_sender, level),
    chinese_supplier_in_use: inferShare(of_sender_in_use, level),
    countries_in_use,
  };
}

/**
 * Surveillance and digital-control systems in the records.
 *
 * @example
 * computeAdoptions(dataset, input).chinese_supplier.unknown; // adoptions whose supplier no source names
 */
export function computeAdoptions(dataset: Dataset, input: AdoptionsInput): AdoptionsResult {
  return inferAdoptions(tabulateAdoptions(dataset, input), input.level);
}
