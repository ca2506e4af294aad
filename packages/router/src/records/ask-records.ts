import type { TableName } from '@govexport/schema';
import type { Caller } from '../app-router.ts';
import { checkedInput } from '../checked-input.ts';
import { recordSchemas } from './record-schemas.ts';

type Ask = (input: unknown) => Promise<unknown>;

function proceduresOf(caller: Caller, name: TableName): Readonly<Record<'list' | 'select' | 'facets' | 'get', Ask>> {
  return caller[name] as unknown as Readonly<Record<'list' | 'select' | 'facets' | 'get', Ask>>;
}

/**
 * Lists the records of a table, for surfaces that treat all tables alike: whole, or with the fields that the input names.
 *
 * @throws RequestError `invalid-input`, naming `fields` among what is allowed
 */
export async function askList(caller: Caller, name: TableName, input: unknown): Promise<unknown> {
  const { fields, ...given } = checkedInput(recordSchemas[name].either).parse(input ?? {});
  const { list, select } = proceduresOf(caller, name);
  return (fields as string[]).length === 0 ? list(given) : select({ ...given, fields });
}

/** Counts the facets of a table, for surfaces that treat all tables alike. */
export function askFacets(caller: Caller, name: TableName, input: unknown): Promise<unknown> {
  return proceduresOf(caller, name).facets(input);
}

/** Gives one record of a table, for surfaces that treat all tables alike. */
export function askRecord(caller: Caller, name: TableName, key: unknown): Promise<unknown> {
  return proceduresOf(caller, name).get(key);
}
