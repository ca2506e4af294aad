import type { Dataset } from '@govexport/schema';
import { collectionWindow, everyRecord, scopeOf } from '@govexport/schema/vocabularies';
import { columnsOf } from '../columns/program-columns.ts';

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
}

/** A filter with every default filled in. `from` and `to` are null only where the dataset has no record. */
export interface Filter extends FilterInput {
  readonly scope: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly venues: readonly Venue[];
  readonly recommended_only: boolean;
}

/** The years of the records that a statistic counts; for most of them those of the programs. */
export type RecordYears = (dataset: Dataset) => readonly number[];

/** The years in which programs began, each once. */
export const programYears: RecordYears = (dataset) =>
  columnsOf(dataset)
    .column('year')
    .examples.map(({ year }) => year);

/**
 * Fills in what the caller left open: from the scope, and for the years from the first to the last year of any record
 * of the dataset within the window of its collection (a mistyped year does not stretch a series), so that a narrow filter does not move the ends of its own series.
 * Lists are sorted and freed of repetitions: the order of a query never changes an answer.
 *
 * @throws RangeError where the dataset has no scope of that name
 */
export function resolveFilter<Input extends FilterInput>(
  dataset: Dataset,
  input: Input,
  recordYears: RecordYears = programYears,
): Input & Filter {
  const { scope = dataset.meta.default_scope } = input;
  const defaults = scopeOf(dataset.meta, scope);
  if (defaults === undefined) throw new RangeError(`the dataset ${dataset.meta.name} has no scope ${scope}`);
  const { from: begin, to: end } = collectionWindow(dataset.meta);
  const years = recordYears(dataset).filter((year) => year >= (begin ?? year) && year <= end);
  const first = years.reduce<number | null>((least, year) => (least === null || year < least ? year : least), null);
  const last = years.reduce<number | null>((most, year) => (most === null || year > most ? year : most), null);
  const from = input.from ?? defaults.from ?? first;
  const to = input.to ?? defaults.to ?? last;
  return {
    ...input,
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

/** The same filter in a named scope, which then sets years, venues and recommendation; the rest of it holds. */
export function inScope(filter: Filter, scope: string): FilterInput {
  return { ...filter, scope, from: null, to: null, venues: undefined, recommended_only: undefined };
}

function sorted<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort();
}
