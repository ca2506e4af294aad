import type { Dataset } from '@govexport/schema';
import type { Filter } from './resolve-filter.ts';

/** One program of a loaded dataset. */
export type FrozenProgram = Dataset['programs'][number];

const confidenceOrder = ['low', 'medium', 'high'] as const;

type Condition = (program: FrozenProgram) => boolean;

/** The conditions of a filter that can fail: an empty list or an open end asks nothing. */
function conditionsOf(filter: Filter): Condition[] {
  const { from, to, countries } = filter;
  const weakest = confidenceOrder.indexOf(filter.confidence);
  const conditions: (Condition | null)[] = [
    from === null ? null : ({ year }) => year >= from,
    to === null ? null : ({ year }) => year <= to,
    countries.length === 0 ? null : (program) => program.countries.some((country) => countries.includes(country)),
    allows(filter.domains, ({ domain }) => domain),
    allows(filter.sectors, ({ sector }) => sector),
    allows(filter.frames, ({ frame }) => frame),
    allows(filter.formats, ({ format }) => format),
    allows(filter.venues, ({ venue }) => venue),
    weakest === 0 ? null : ({ confidence }) => confidenceOrder.indexOf(confidence) >= weakest,
    filter.minimum_sources === 1 ? null : ({ sources }) => sources.length >= filter.minimum_sources,
    filter.recommended_only ? ({ recommended_for_aggregates }) => recommended_for_aggregates : null,
  ];
  return conditions.filter((condition) => condition !== null);
}

function allows<Value>(list: readonly Value[], valueOf: (program: FrozenProgram) => Value): Condition | null {
  return list.length === 0 ? null : (program) => list.includes(valueOf(program));
}

/** The programs that a filter lets through, in the order of the dataset. */
export function selectPrograms(dataset: Dataset, filter: Filter): FrozenProgram[] {
  const conditions = conditionsOf(filter);
  return dataset.programs.filter((program) => conditions.every((holds) => holds(program)));
}

/** Every year of the filter, first to last. Empty where the range is. */
export function yearsOf({ from, to }: Pick<Filter, 'from' | 'to'>): number[] {
  if (from === null || to === null || to < from) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
