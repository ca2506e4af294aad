import type { ValueCount } from '../results/records.ts';
import { yearOf } from './partial-dates.ts';
import type { Filter } from './resolve-filter.ts';

export type { ValueCount };

/** What a record of a context table has in common with the others. */
export interface ContextRecord {
  readonly country: string | null;
  readonly date: string | null;
  readonly confidence: 'low' | 'medium' | 'high';
  readonly sources: readonly string[];
}

/** The parts of a filter that apply to records which are not programs. */
export type ContextFilter = Pick<Filter, 'from' | 'to' | 'countries' | 'confidence' | 'minimum_sources'>;

const confidenceOrder = ['low', 'medium', 'high'] as const;

/** The years of the records that have a date. */
export function datedYears(records: readonly Pick<ContextRecord, 'date'>[]): number[] {
  return records.flatMap(({ date }) => (date === null ? [] : yearOf(date)));
}

/**
 * The records that the states, years, confidence and sources of a filter let through. A record without a date is let
 * through only where the years of the filter take in every dated record, because its year could be any of them.
 */
export function selectRecords<Row extends ContextRecord>(records: readonly Row[], filter: ContextFilter): Row[] {
  const { from, to } = filter;
  const inYears = (year: number): boolean => (from === null || year >= from) && (to === null || year <= to);
  const everyYear = datedYears(records).every(inYears);
  return records
    .filter(({ date }) => (date === null ? everyYear : inYears(yearOf(date))))
    .filter((record) => matches(record, filter));
}

/** Whether states, confidence and sources of a filter let a record through, whatever its date. */
export function matches(record: Omit<ContextRecord, 'date'>, filter: Omit<ContextFilter, 'from' | 'to'>): boolean {
  const { countries, confidence, minimum_sources } = filter;
  const inCountries = countries.length === 0 || countries.some((country) => country === record.country);
  const firm = confidenceOrder.indexOf(record.confidence) >= confidenceOrder.indexOf(confidence);
  return inCountries && firm && record.sources.length >= minimum_sources;
}

/** How often each value occurs, the most frequent first, equally frequent ones by code unit, unknown last. */
export function countBy<Row>(records: readonly Row[], valuesOf: (record: Row) => readonly string[]): ValueCount[] {
  const counts = new Map<string, number>();
  let unknown = 0;
  for (const record of records) {
    const values = valuesOf(record);
    if (values.length === 0) unknown += 1;
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rows = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const known: ValueCount[] = rows.map(([value, count]) => ({ value, count }));
  return unknown === 0 ? known : [...known, { value: null, count: unknown }];
}
