import { RecordId } from './fields.ts';
import { showValue, type TableProblem } from './problem.ts';
import type { Table } from './table.ts';
import { tables, type TableName } from './tables.ts';
import { valueIn } from './value-at.ts';

/** Tables of ids that were given up. */
export const retiring: readonly string[] = ['aliases', 'withdrawn'] satisfies readonly TableName[];

/** Tables whose records have an id that can be given up. */
export const tablesWithIds: readonly TableName[] = tables
  .filter(({ name, key }) => (key as readonly string[]).includes('id') && !retiring.includes(name))
  .map(({ name }) => name);

/** A record of a table of ids that were given up. */
export interface RetiredId {
  readonly table: Table;
  readonly file: string;
  readonly id: string | null;
  readonly value: unknown;
}

/** The ids of every table. */
export interface KnownIds {
  readonly has: (table: string, id: string) => boolean;
  /** Whether a table has a record whose id cannot be read. */
  readonly hasUnnamed: (table: string) => boolean;
}

/**
 * Aliases that lead to no record, and tombstones of no table. An alias leads to its record in one step: when that
 * record is merged in turn, its aliases are pointed to the new one.
 */
export function retiredIdProblems(retired: readonly RetiredId[], known: KnownIds): TableProblem[] {
  const of = (name: TableName) => retired.filter(({ table }) => table.name === name);
  const merged = new Map(of('aliases').map(({ id, value }) => [id, String(valueIn(value, 'merged_into'))]));
  return [
    ...of('aliases').flatMap((alias) => lostTarget(alias, known, merged)),
    ...of('withdrawn').flatMap(strayTombstone),
  ];
}

function lostTarget(
  { table, file, id, value }: RetiredId,
  known: KnownIds,
  merged: ReadonlyMap<string | null, string>,
): TableProblem[] {
  const target = valueIn(value, 'merged_into');
  // What is no id was reported already.
  if (typeof target !== 'string' || !RecordId.safeParse(target).success) return [];
  if (tablesWithIds.some((name) => known.has(name, target))) return [];
  const next = merged.get(target);
  const fate = known.has('withdrawn', target) ? `; ${target} is withdrawn` : '';
  const because = next === undefined ? fate : `; ${target} is an alias of ${next} itself`;
  // Where the id of a record cannot be read, that is the problem to report.
  if (because === '' && tablesWithIds.some(known.hasUnnamed)) return [];
  const expected = `the id of a record in this dataset${because}`;
  return [{ table, problem: { file, record: id, field: 'merged_into', value: showValue(target), expected } }];
}

function strayTombstone({ table: home, file, id, value }: RetiredId): TableProblem[] {
  const table = valueIn(value, 'table');
  if (typeof table !== 'string' || (tablesWithIds as readonly string[]).includes(table)) return [];
  const expected = `one of ${tablesWithIds.join(', ')}`;
  return [{ table: home, problem: { file, record: id, field: 'table', value: showValue(table), expected } }];
}
