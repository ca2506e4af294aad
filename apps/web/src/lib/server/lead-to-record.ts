import { findAnywhere } from '@govexport/router';
import { redirect } from '@sveltejs/kit';
import { localizeHref } from '../generated/runtime.js';
import { dataset } from './caller.ts';
import { recordAddress } from './record-address.ts';

/**
 * Leads an address of a record on where the record has another one: an id in small letters to the one in capitals, as
 * ids are, and the id of a merged record to the record of any table that holds its content.
 */
export function leadToRecord(table: string, id: string): void {
  const capitals = id.toUpperCase();
  const merged = addressHolding(capitals);
  if (merged !== null) redirect(301, localizeHref(merged));
  const address = id === capitals ? null : recordAddress(table, capitals);
  if (address !== null) redirect(308, localizeHref(address));
}

/** The page of the record into which that of an id was merged; null where it was not. */
function addressHolding(id: string): string | null {
  const alias = dataset.aliases.find((one) => one.id === id);
  const home = alias && findAnywhere(dataset, alias.merged_into);
  return home ? recordAddress(home.table, alias.merged_into) : null;
}
