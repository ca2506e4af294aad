import type { Dataset } from '@govexport/schema';
import { collectionWindow, everyRecord, scopeOf } from '@govexport/schema/vocabularies';
import type { DatedTable, Facts } from '../facts.ts';

type Program = Dataset['programs'][number];
type Venue = Program['venue'];

/** A filter as parsed: what the scope decides may be missing. */
export interface FilterInput {
  /** A scope of the dataset; not given: its default. */
  readonly scope?: string | undefined;
  readonly from?: number | null | undefined;
  readonly to?: number | null | undefined;
  readonly countries: readonly Program['countries'][number][];
  readonly domains: readonly Program['domain'][];
  readonly sectors: readonly Program['sector'][];
  readonly frames: readonly Program['frame'][];
  readonly formats: readonly Program['format'][];
  readonly venues?: readonly Venue[] | undefined;
  readonly confidence: Program['confidence'];
  readonly minimum_sources: number;
  readonly recommended_only?: boolean | undefined;
  /** Whether persons must have checked the whole of a program. */
  readonly checked?: boolean | undefined;
}

/** A filter with every default filled in. `from` and `to` are null only where the dataset has no record. */
export interface Filter extends FilterInput {
  readonly scope: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly venues: readonly Venue[];
  readonly recommended_only: boolean;
}

/**
 * Fills in what the caller left open: from the scope, and for the years from the first to the last year of any record
 * of the dataset within the window of its collection (a mistyped year does not stretch a series), so that a narrow filter
 * does not move the ends of its own series. Lists are sorted and freed of repetitions: the order of a query never changes
 * an answer.
 *
 * @param table - of the records that a statistic counts
 * @throws RangeError where the dataset has no scope of that name
 */
export function resolveFilter<Input extends FilterInput>(
  { meta, years }: Pick<Facts, 'meta' | 'years'>,
  input: Input,
  table: DatedTable = 'programs',
): Input & Filter {
  const { scope = meta.default_scope } = input;
  const defaults = scopeOf(meta, scope);
  if (defaults === undefined) throw new RangeError(`the dataset ${meta.name} has no scope ${scope}`);
  const { first, last } = collectedYears(years[table], meta);
  const from = input.from ?? defaults.from ?? first;
  const to = input.to ?? defaults.to ?? last;
  const { checked, ...rest } = input;
  return {
    ...(rest as Input),
    // It stands in an answer only where it was asked for, so that every other answer is what it was.
    ...(checked === true ? { checked } : {}),
    scope,
    from,
    to,
    countries: sorted(input.countries),
    domains: sorted(input.domains),
    sectors: sorted(input.sectors),
    frames: sorted(input.frames),
    formats: sorted(input.formats),
    venues: sorted(input.venues ?? defaults.venues),
    recommended_only: input.recommended_only ?? defaults.recommended_only,
  };
}

/** The scope of every record, which each dataset has. */
export { everyRecord };

/** The first and the last year within the window of the collection; null where there is none. */
function collectedYears(years: readonly number[], meta: Facts['meta']): Record<'first' | 'last', number | null> {
  const { from, to } = collectionWindow(meta);
  const collected = years.filter((year) => year >= (from ?? year) && year <= to);
  return { first: collected[0] ?? null, last: collected.at(-1) ?? null };
}

/** Every year of the filter, first to last. Empty where the range is. */
export function yearsOf({ from, to }: Pick<Filter, 'from' | 'to'>): number[] {
  if (from === null || to === null || to < from) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The same filter in a named scope, which then sets years, venues and recommendation; the rest of it holds. */
export function inScope(filter: Filter, scope: string): FilterInput {
  return { ...filter, scope, from: null, to: null, venues: undefined, recommended_only: undefined };
}

function sorted<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort();
}
