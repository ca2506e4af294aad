import type { Dataset } from '@govexport/schema';
import { reachesConfidence } from '@govexport/schema/vocabularies';
import { columnsOf, type ColumnName, type FrozenProgram, type ProgramColumns } from '../columns/program-columns.ts';
import { itemsIn, keepRows, type RowSet } from '../columns/row-set.ts';
import type { Filter } from './resolve-filter.ts';

export type { FrozenProgram };

/** Programs chosen from the columnar view of a dataset. */
export interface Selection {
  readonly columns: ProgramColumns;
  readonly rows: RowSet;
}

/** What a filter asks of one field. */
interface Condition {
  readonly field: ColumnName;
  readonly holds: (program: FrozenProgram) => boolean;
}

/** The conditions of a filter that can fail: an empty list or an open end asks nothing. */
function conditionsOf(filter: Filter): Condition[] {
  const { from, to, countries } = filter;
  const least = filter.minimum_sources;
  const conditions: (Condition | null)[] = [
    { field: 'year', holds: ({ year }) => (from === null || year >= from) && (to === null || year <= to) },
    countries.length === 0
      ? null
      : { field: 'countries', holds: (program) => program.countries.some((country) => countries.includes(country)) },
    allows('domain', filter.domains),
    allows('sector', filter.sectors),
    allows('frame', filter.frames),
    allows('format', filter.formats),
    allows('venue', filter.venues),
    reachesConfidence('low', filter.confidence)
      ? null
      : { field: 'confidence', holds: ({ confidence }) => reachesConfidence(confidence, filter.confidence) },
    least === 1 ? null : { field: 'sources', holds: ({ sources }) => sources.length >= least },
    filter.recommended_only
      ? { field: 'recommended_for_aggregates', holds: (program) => program.recommended_for_aggregates }
      : null,
  ];
  return conditions.filter((condition) => condition !== null);
}

function allows<Field extends ColumnName>(field: Field, list: readonly FrozenProgram[Field][]): Condition | null {
  return list.length === 0 ? null : { field, holds: (program) => list.includes(program[field]) };
}

/** Chooses the programs that a filter lets through. */
export function select(dataset: Dataset, filter: Filter): Selection {
  const columns = columnsOf(dataset);
  return conditionsOf(filter).reduce(keepIf, { columns, rows: columns.rows });
}

/** The programs of a selection for which a condition on one field holds. */
export function keepIf({ columns, rows }: Selection, { field, holds }: Condition): Selection {
  return { columns, rows: keepRows(rows, columns.column(field), holds) };
}

/** The programs of a selection, in the order of the dataset. */
export function programsIn({ columns, rows }: Selection): FrozenProgram[] {
  return itemsIn(columns.programs, rows);
}

/** The programs that a filter lets through, in the order of the dataset. */
export function selectPrograms(dataset: Dataset, filter: Filter): FrozenProgram[] {
  return programsIn(select(dataset, filter));
}

/** Every year of the filter, first to last. Empty where the range is. */
export function yearsOf({ from, to }: Pick<Filter, 'from' | 'to'>): number[] {
  if (from === null || to === null || to < from) return [];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
