import { reachesConfidence } from '@govexport/schema/vocabularies';
import type { DatedTable, Facts } from '../facts.ts';
import type { Scalar, Where } from '../query/query.ts';
import type { Filter } from './resolve-filter.ts';

/** The parts of a filter that apply to records which are not programs, whatever their date. */
type EvidenceFilter = Pick<Filter, 'countries' | 'confidence' | 'minimum_sources'>;

const levels = ['low', 'medium', 'high'] as const;

/** The programs that a filter lets through. An empty list or an open end asks nothing. */
export function programsWhere(filter: Filter): Where {
  return {
    op: 'and',
    of: [
      ...inYears(filter),
      ...oneOf('domain', filter.domains),
      ...oneOf('sector', filter.sectors),
      ...oneOf('frame', filter.frames),
      ...oneOf('format', filter.formats),
      ...oneOf('venue', filter.venues),
      ...(filter.countries.length === 0
        ? []
        : [{ op: 'in', key: { each: 'countries' }, values: filter.countries } as const]),
      ...evidenced(filter),
      ...(filter.recommended_only ? oneOf('recommended_for_aggregates', [true]) : []),
    ],
  };
}

/**
 * The condition that a checked program meets.
 *
 * @throws RangeError where the dataset was opened without its reviews
 */
export function checkedWhere({ checked }: Pick<Facts, 'checked'>): Where {
  if (checked === null)
    throw new RangeError('which programs persons have checked is known only of a dataset that is read into memory.');
  return { op: 'in', key: { field: 'id' }, values: checked };
}

/** The records of a table of context that states, confidence and sources of a filter let through. */
export function contextWhere(filter: EvidenceFilter): Where {
  return { op: 'and', of: [...oneOf('country', filter.countries), ...evidenced(filter)] };
}

/**
 * Those that its years let through as well. A record without a date is let through only where the years of the filter
 * take in every dated record, because its year could be any of them.
 */
export function datedWhere(
  filter: EvidenceFilter & Pick<Filter, 'from' | 'to'>,
  table: DatedTable,
  facts: Facts,
): Where {
  const { from, to } = filter;
  const dated: Where = { op: 'range', key: { part: 'year', of: 'date' }, from, to };
  const every = facts.years[table].every((year) => year >= (from ?? year) && year <= (to ?? year));
  const undated: Where = { op: 'not', of: { op: 'known', field: 'date' } };
  return { op: 'and', of: [every ? { op: 'or', of: [dated, undated] } : dated, contextWhere(filter)] };
}

function inYears({ from, to }: Pick<Filter, 'from' | 'to'>): Where[] {
  return from === null && to === null ? [] : [{ op: 'range', key: { field: 'year' }, from, to }];
}

function oneOf(field: string, values: readonly Scalar[]): Where[] {
  return values.length === 0 ? [] : [{ op: 'in', key: { field }, values }];
}

function evidenced({ confidence, minimum_sources }: Omit<EvidenceFilter, 'countries'>): Where[] {
  const reaching = levels.filter((level) => reachesConfidence(level, confidence));
  return [
    ...(reaching.length === levels.length ? [] : oneOf('confidence', reaching)),
    ...(minimum_sources === 1
      ? []
      : [{ op: 'range', key: { size: 'sources' }, from: minimum_sources, to: null } as const]),
  ];
}
