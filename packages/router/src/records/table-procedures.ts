import { identityOf } from '@govexport/analysis';
import { showValue, type Dataset, type TableName } from '@govexport/schema';
import { checkedInput } from '../checked-input.ts';
import { countFacets } from '../facets/count-facets.ts';
import { fateOf, findById, type AliasOfAnswer } from '../find-record.ts';
import { laterParser } from '../later.ts';
import { RequestError } from '../problem.ts';
import { procedure } from '../trpc.ts';
import { licenseOf } from './terms-of-use.ts';
import { listRecords, selectFields } from './list-records.ts';
import { rowsOf, type Listing, type Values } from './listing.ts';
import { listingOf, listings } from './listings.ts';
import type { Row } from './record-key.ts';
import { recordSchemas } from './record-schemas.ts';
import { sourcesCited } from './sources-cited.ts';
import type { ListProcedures, TableProcedures } from './record-types.ts';

/** The queries for many records of a table, the same for every table. */
export function listProcedures<Name extends TableName>(name: Name): ListProcedures<Name> {
  const listing = listingOf(name);
  const schemas = () => recordSchemas[name];
  const { title } = listing.table;
  const procedures = {
    list: procedure
      .meta({ description: `${title} that a filter lets through, in pages.` })
      .input(laterParser(() => checkedInput(schemas().list.input.prefault({}))))
      .output(laterParser(() => schemas().list.output))
      .query(({ ctx, input }) => listRecords(ctx.dataset, listing, input) as never),
    select: procedure
      .meta({ description: `Some fields of the ${title.toLowerCase()} that a filter lets through, in pages.` })
      .input(laterParser(() => checkedInput(schemas().select.input)))
      .output(laterParser(() => schemas().select.output))
      .query(({ ctx, input }) => selectFields(ctx.dataset, listing, input) as never),
    facets: procedure
      .meta({ description: `${title} counted by the values of each facet, for a filter and a search.` })
      .input(laterParser(() => checkedInput(schemas().facets.input.prefault({}))))
      .output(laterParser(() => schemas().facets.output))
      .query(({ ctx, input }) => countFacets(ctx.dataset, listing, input) as never),
  };
  return procedures as unknown as ListProcedures<Name>;
}

function getProcedure(listing: Listing) {
  const { table } = listing;
  const schemas = () => recordSchemas[table.name as TableName].get;
  return procedure
    .meta({ description: `One ${table.singular}, with the sources that it cites.` })
    .input(laterParser(() => checkedInput(schemas().input)))
    .output(laterParser(() => schemas().output))
    .query(({ ctx, input }) => getRecord(ctx.dataset, listing, input) as never);
}

function getRecord(dataset: Dataset, { table }: Listing, key: Values) {
  const { record, alias } = recordWith(dataset, table, key);
  return {
    dataset: identityOf(dataset),
    license: licenseOf(dataset, table, record),
    record,
    sources: sourcesCited(dataset, record['sources'] as readonly string[] | undefined),
    alias,
  };
}

interface Found {
  readonly record: Row;
  readonly alias: AliasOfAnswer;
}

/** A record by its key; where that is an id, also by one that was given up. */
function recordWith(dataset: Dataset, table: Listing['table'], key: Values): Found {
  const record = rowsOf(dataset, table).find((row) => table.key.every((field) => row[field] === key[field]));
  if (record !== undefined) return { record, alias: null };
  const found = typeof key['id'] === 'string' ? findById(dataset, table.name as TableName, key['id']) : undefined;
  if (found === undefined) throw noSuchRecord(dataset, table, key);
  return found;
}

/** The refusal of a key that no record has; it shows the first record of the table as an example. */
function noSuchRecord(dataset: Dataset, table: Listing['table'], key: Values): RequestError {
  const [first] = rowsOf(dataset, table);
  const field = table.key.join(', ');
  const example = first === undefined ? '' : `, such as ${table.key.map((part) => String(first[part])).join(', ')}`;
  const value = table.key.map((part) => showValue(key[part])).join(', ');
  const fate = typeof key['id'] === 'string' ? fateOf(dataset, key['id'], table.name as TableName) : '';
  const expected = `the ${field} of a ${table.singular}${example}${fate}`;
  return new RequestError('not-found', [{ field, value, expected }]);
}

/** Name of a table whose records are all queried alike; programs and sources have a `get` of their own. */
export type PlainTable = Exclude<TableName, 'programs' | 'sources'>;

/** The queries for the records of every table that has none of its own: the only place where a table becomes procedures. */
export const tableProcedures = Object.fromEntries(
  listings
    .filter(({ table }) => table.name !== 'programs' && table.name !== 'sources')
    .map((listing) => [
      listing.table.name,
      { ...listProcedures(listing.table.name as TableName), get: getProcedure(listing) },
    ]),
) as unknown as { [Name in PlainTable]: TableProcedures<Name> };
