import { RecordId } from './fields.ts';
import { showValue, type Problem } from './problem.ts';
import { valueIn, type RecordLinks } from './record-links.ts';
import { tables, type TableName } from './tables.ts';

const retiring: readonly TableName[] = ['aliases', 'withdrawn'];

/** Tables whose records have an id that can be given up. */
export const tablesWithIds: readonly TableName[] = tables
  .filter(({ name, key }) => (key as readonly string[]).includes('id') && !retiring.includes(name))
  .map(({ name }) => name);

/**
 * Aliases that lead to no record, and tombstones of no table. An alias leads to its record in one step: when that
 * record is merged in turn, its aliases are pointed to the new one.
 */
export function retiredIdProblems(links: readonly RecordLinks[]): Problem[] {
  const of = (name: TableName) => links.filter(({ table }) => table.name === name);
  const live = links.filter(({ table }) => tablesWithIds.includes(table.name as TableName));
  const states: IdStates = {
    live: new Set(live.map(({ id }) => id)),
    merged: new Map(of('aliases').map((link) => [link.id, String(valueIn(link.value, 'merged_into'))])),
    withdrawn: new Set(of('withdrawn').map(({ id }) => id)),
  };
  return [...of('aliases').flatMap((link) => lostTarget(link, states)), ...of('withdrawn').flatMap(strayTombstone)];
}

interface IdStates {
  readonly live: ReadonlySet<string | null>;
  readonly merged: ReadonlyMap<string | null, string>;
  readonly withdrawn: ReadonlySet<string | null>;
}

function lostTarget({ file, id, value }: RecordLinks, { live, merged, withdrawn }: IdStates): Problem[] {
  const target = valueIn(value, 'merged_into');
  // What is no id was reported already.
  if (typeof target !== 'string' || !RecordId.safeParse(target).success || live.has(target)) return [];
  const next = merged.get(target);
  const fate = withdrawn.has(target) ? `; ${target} is withdrawn` : '';
  const because = next === undefined ? fate : `; ${target} is an alias of ${next} itself`;
  // Where the id of a record cannot be read, that is the problem to report.
  if (because === '' && live.has(null)) return [];
  const expected = `the id of a record in this dataset${because}`;
  return [{ file, record: id, field: 'merged_into', value: showValue(target), expected }];
}

function strayTombstone({ file, id, value }: RecordLinks): Problem[] {
  const table = valueIn(value, 'table');
  if (typeof table !== 'string' || (tablesWithIds as readonly string[]).includes(table)) return [];
  const expected = `one of ${tablesWithIds.join(', ')}`;
  return [{ file, record: id, field: 'table', value: showValue(table), expected }];
}
