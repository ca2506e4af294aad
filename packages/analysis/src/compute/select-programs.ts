import type { Dataset } from '@govexport/schema';
import type { Filter } from './resolve-filter.ts';

/** One program of a loaded dataset. */
export type FrozenProgram = Dataset['programs'][number];

const confidenceOrder = ['low', 'medium', 'high'] as const;

function allows<Value>(list: readonly Value[], value: Value): boolean {
  return list.length === 0 || list.includes(value);
}

function matches(program: FrozenProgram, filter: Filter): boolean {
  return (
    (filter.from === null || program.year >= filter.from) &&
    (filter.to === null || program.year <= filter.to) &&
    (filter.countries.length === 0 || program.countries.some((country) => filter.countries.includes(country))) &&
    allows(filter.domains, program.domain) &&
    allows(filter.sectors, program.sector) &&
    allows(filter.frames, program.frame) &&
    allows(filter.formats, program.format) &&
    allows(filter.venues, program.venue) &&
    confidenceOrder.indexOf(program.confidence) >= confidenceOrder.indexOf(filter.confidence) &&
    program.sources.length >= filter.minimum_sources &&
    (!filter.recommended_only || program.recommended_for_aggregates)
  );
}

/** The programs that a filter lets through, in the order of the dataset. */
export function selectPrograms(dataset: Dataset, filter: Filter): FrozenProgram[] {
  return dataset.programs.filter((program) => matches(program, filter));
}

/** Every year of the filter, first to last. Empty where the range is. */
export function yearsOf({ from, to }: Filter): number[] {
  if (from === null || to === null || to < from) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
