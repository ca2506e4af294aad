import { tables, type Table, type TableName } from '@govexport/schema';
import { filteredPrograms } from './filtered-programs.ts';
import { filteredTable } from './filtered-table.ts';
import type { Listing } from './listing.ts';

/** How the records of each table are chosen: programs by the filter of the statistics, the others by their fields. */
export const listings: readonly Listing[] = (tables as readonly unknown[] as readonly Table[]).map((table) =>
  table.name === 'programs' ? filteredPrograms(table) : filteredTable(table),
);

/** The listing of a table. */
export function listingOf(name: TableName): Listing {
  const listing = listings.find(({ table }) => table.name === name);
  if (listing === undefined) throw new TypeError(`there is no table ${name}`);
  return listing;
}
