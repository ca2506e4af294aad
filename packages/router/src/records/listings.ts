import { once, type Table, type TableName, tables } from '@govexport/schema';
import { filteredPrograms } from './filtered-programs.ts';
import { filteredTable } from './filtered-table.ts';
import type { Listing } from './listing.ts';

/** How the records of each table are chosen: programs by the filter of the statistics, the others by their fields. */
const listings = new Map(
  (tables as readonly unknown[] as readonly Table<TableName>[]).map((table) => [
    table.name,
    once((): Listing => (table.name === 'programs' ? filteredPrograms(table) : filteredTable(table))),
  ]),
);

/** The listing of a table. */
export function listingOf(name: TableName): Listing {
  const listing = listings.get(name);
  if (listing === undefined) throw new TypeError(`there is no table ${name}`);
  return listing();
}
