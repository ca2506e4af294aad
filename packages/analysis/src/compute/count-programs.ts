import { countCodes } from '../columns/counts.ts';
import type { ColumnName } from '../columns/program-columns.ts';
import type { FrozenProgram, Selection } from './select-programs.ts';

/** A value of a field, by a program that has it, and how many programs of the selection do. */
export interface FieldCount {
  readonly example: FrozenProgram;
  readonly count: number;
}

/** Every value of a field that occurs in a selection. */
export function countField({ columns, rows }: Selection, field: ColumnName): FieldCount[] {
  const column = columns.column(field);
  const counts = countCodes(column, rows);
  return column.examples.flatMap((example, code) => {
    const count = counts[code] ?? 0;
    return count === 0 ? [] : { example, count };
  });
}

/** Programs of a selection for which a condition on one field holds. */
export function countWhere(
  selection: Selection,
  field: ColumnName,
  holds: (program: FrozenProgram) => boolean,
): number {
  return countField(selection, field).reduce((sum, { example, count }) => (holds(example) ? sum + count : sum), 0);
}

/** Programs in each of the years, zeros included. */
export function countByYear(selection: Selection, years: readonly number[]): number[] {
  const counts = new Map(countField(selection, 'year').map(({ example, count }) => [example.year, count]));
  return years.map((year) => counts.get(year) ?? 0);
}
