import { Alias, showValue, strictObject, tablesWithIds, type Dataset, type TableName } from '@govexport/schema';
import type { z } from 'zod';
import { RequestError } from './problem.ts';
import type { Row } from './records/record-key.ts';

/** What an answer says of the id that was asked for, where that is no longer the id of the record. */
export const AliasOfAnswer = strictObject(() => Alias.omit({ merged_into: true }).shape)
  .nullable()
  .describe(
    'The id that was asked for, where its record was merged into this one, with version and reason; else null.',
  );

/** The id that was asked for, where it was given up. */
export type AliasOfAnswer = z.output<typeof AliasOfAnswer>;

interface Asked<Name> {
  readonly table: Name;
  readonly id: string;
  /** What an id of the table is, in words. */
  readonly expected: string;
}

/**
 * A record by its id, or by the id of a record that was merged into it.
 *
 * @throws RequestError `not-found` where there is none; for a withdrawn record it gives the reason
 */
export function findRecord<Name extends TableName>(dataset: Dataset, { table, id, expected }: Asked<Name>) {
  const found = findById(dataset, table, id);
  if (found !== undefined) return found;
  const became = whatBecameOf(dataset, id, table);
  throw new RequestError('not-found', [{ field: 'id', value: showValue(id), expected: `${expected}${became}` }]);
}

/** A record by its id, or by the id of a record that was merged into it; undefined where there is none. */
export function findById<Name extends TableName>(dataset: Dataset, table: Name, id: string) {
  const records = dataset[table] as readonly { readonly id?: string }[];
  const withId = (wanted: string) => records.find((one) => one.id === wanted) as Dataset[Name][number] | undefined;
  const live = withId(id);
  if (live !== undefined) return { record: live, alias: null };
  const merged = dataset.aliases.find((one) => one.id === id);
  const record = merged && withId(merged.merged_into);
  return record && { record, alias: { id, version: merged.version, reason: merged.reason } };
}

/** A record of any table by its id, or by the id of a record that was merged into it; undefined where there is none. */
export function findAnywhere(dataset: Dataset, id: string): { table: TableName; record: Row } | undefined {
  for (const table of tablesWithIds) {
    const record = findById(dataset, table, id)?.record;
    if (record !== undefined) return { table, record: record };
  }
  return undefined;
}

/**
 * A record of any table.
 *
 * @throws RequestError `not-found` where there is none; for a withdrawn record it gives the reason
 */
export function recordAnywhere(dataset: Dataset, id: string): { table: TableName; record: Row } {
  const found = findAnywhere(dataset, id);
  if (found !== undefined) return found;
  const expected = `the id of a record of any table, such as GX-0001${whatBecameOf(dataset, id)}`;
  throw new RequestError('not-found', [{ field: 'id', value: showValue(id), expected }]);
}

/**
 * Why an id has no record in the table, as the end of a sentence; empty where it never had one. Where the record was merged
 * into one of another table, the sentence names both.
 */
export function whatBecameOf(dataset: Dataset, id: string, table?: TableName): string {
  const alias = dataset.aliases.find((one) => one.id === id);
  if (alias !== undefined) {
    const home = findAnywhere(dataset, alias.merged_into)?.table;
    return `; ${id} is ${alias.merged_into} in the table ${home} since version ${alias.version}`;
  }
  const tombstone = dataset.withdrawn.find((one) => one.id === id && (table === undefined || one.table === table));
  if (tombstone === undefined) return '';
  return `; ${id} was withdrawn in version ${tombstone.version}: ${tombstone.reason.replace(/\.$/, '')}`;
}
