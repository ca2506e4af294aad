import { identityOf } from '@govexport/analysis';
import type { Dataset } from '@govexport/schema';
import { matchesOf, type Match } from '../search/highlight.ts';
import { searchRecords, type Hit } from '../search/search-records.ts';
import { cursorAt, keyOfCursor, strangeCursor, type PageMark } from './cursor.ts';
import { licenseOf } from './terms-of-use.ts';
import { inSchemaOrder, rowsOf, type Listing, type Values } from './listing.ts';
import { keyText, type Row } from './record-key.ts';
import { orderOf, relevance } from './sort-records.ts';

/** What a search found: how well each record fits; null where nothing is searched. */
export type Hits = ReadonlyMap<Row, Hit & { readonly place: number }> | null;

/** A page of a list, its records whole. */
interface Page {
  readonly total: number | null;
  readonly next_cursor: string | null;
  readonly items: readonly Row[];
  readonly matches: readonly Match[][];
}

/** The records of a table that a search finds. */
export function hitsOf(dataset: Dataset, { table }: Listing, q: string | null): Hits {
  if (q === null) return null;
  const rows = rowsOf(dataset, table);
  return new Map(
    [...searchRecords(dataset, table, q)].flatMap(([place, hit]) => {
      const row = rows[place];
      return row === undefined ? [] : [[row, { ...hit, place }] as const];
    }),
  );
}

/** The records that a filled-in filter lets through and a search finds, in the order of the dataset. */
export function chosenRows(dataset: Dataset, listing: Listing, { input, hits }: { input: Values; hits: Hits }) {
  const selected = listing.select(dataset, input);
  return hits === null ? selected : selected.filter((row) => hits.has(row));
}

/** Answers a list: what is chosen, sorted, one page of it. */
export function listRecords(dataset: Dataset, listing: Listing, given: Values) {
  const { table } = listing;
  const input = filledIn(dataset, listing, given);
  return {
    input: inSchemaOrder(listing, input),
    dataset: identityOf(dataset),
    license: licenseOf(dataset, table),
    ...pageOf(dataset, listing, input),
  };
}

/** Answers a list with some fields of its records only, in the order of the schema. */
export function selectFields(dataset: Dataset, listing: Listing, given: Values) {
  const names = Object.keys(listing.table.record.shape);
  const fields = names.filter((name) => (given['fields'] as string[]).includes(name));
  const answer = listRecords(dataset, listing, { ...given, fields });
  const items = answer.items.map((row) => Object.fromEntries(fields.map((name) => [name, row[name]])));
  return { ...answer, items };
}

function filledIn(dataset: Dataset, listing: Listing, given: Values): Values {
  const asked = given['sort'] as string[];
  const defaultSort = given['q'] === null ? listing.defaultSort : [relevance];
  return { ...listing.resolve(dataset, given), sort: asked.length === 0 ? defaultSort : [...new Set(asked)] };
}

function pageOf(dataset: Dataset, listing: Listing, input: Values): Page {
  const { table } = listing;
  const hits = hitsOf(dataset, listing, input['q'] as string | null);
  const order = orderOf(table, input['sort'] as string[], {
    scoreOf: (row) => hits?.get(row)?.score ?? 0,
    world: dataset.meta,
  });
  const sorted = [...chosenRows(dataset, listing, { input, hits })].sort(order);
  const mark = markOf(dataset, listing, input);
  const first = placeAfter(sorted, listing, { mark, cursor: input['cursor'] as string | null });
  const items = sorted.slice(first, first + (input['limit'] as number));
  const last = items.at(-1);
  const more = last !== undefined && first + items.length < sorted.length;
  return {
    total: input['total'] === true ? sorted.length : null,
    next_cursor: more ? cursorAt(mark, keyText(table, last)) : null,
    items,
    matches: hits === null ? [] : items.map((row) => matchesIn(dataset, listing, hits.get(row))),
  };
}

function matchesIn(dataset: Dataset, { table }: Listing, hit: (Hit & { place: number }) | undefined): Match[] {
  return hit === undefined ? [] : matchesOf(dataset, table, hit);
}

/** Neither the size of a page nor what is shown of a record changes the list. */
function markOf({ sha256 }: Dataset, { table }: Listing, input: Values): PageMark {
  const paging = ['limit', 'cursor', 'total', 'fields'];
  const lasting = Object.entries(input).filter(([name, value]) => !paging.includes(name) && value !== undefined);
  return { sha256, table: table.name, input: Object.fromEntries(lasting) };
}

interface Place {
  readonly mark: PageMark;
  readonly cursor: string | null;
}

function placeAfter(sorted: readonly Row[], { table }: Listing, { mark, cursor }: Place): number {
  if (cursor === null) return 0;
  const key = keyOfCursor(mark, cursor);
  const place = sorted.findIndex((row) => keyText(table, row) === key);
  if (place < 0) throw strangeCursor(cursor);
  return place + 1;
}
