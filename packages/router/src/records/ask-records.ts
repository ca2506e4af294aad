import type { TableName } from '@govexport/schema';
import type { Caller } from '../operations/app-router.ts';

type Ask = (input: unknown) => Promise<unknown>;

function proceduresOf(caller: Caller, name: TableName): Readonly<Record<'list' | 'facets' | 'get', Ask>> {
  return caller[name] as unknown as Readonly<Record<'list' | 'facets' | 'get', Ask>>;
}

/** Lists the records of a table, for surfaces that treat all tables alike: whole, or with the fields that the input names. */
export function askList(caller: Caller, name: TableName, input: unknown): Promise<unknown> {
  return proceduresOf(caller, name).list(input);
}

/** Counts the facets of a table, for surfaces that treat all tables alike. */
export function askFacets(caller: Caller, name: TableName, input: unknown): Promise<unknown> {
  return proceduresOf(caller, name).facets(input);
}

/** Gives one record of a table, for surfaces that treat all tables alike. */
export function askRecord(caller: Caller, name: TableName, key: unknown): Promise<unknown> {
  return proceduresOf(caller, name).get(key);
}
