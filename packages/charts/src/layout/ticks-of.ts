import type { ColumnKind } from '@govexport/analysis';

/** The ticks of an axis that mean something: there is no half program, and no half year. */
export function ticksOf(ticks: readonly number[], kind: ColumnKind): number[] {
  return ticks.filter((tick) => (kind !== 'count' && kind !== 'year') || Number.isInteger(tick));
}
