import { identityOf } from '@govexport/analysis';
import { strictObject, type Dataset, type World } from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { chosenRows, hitsOf } from '../records/list-records.ts';
import { inSchemaOrder, type Listing, type Values } from '../records/listing.ts';
import type { Row } from '../records/record-key.ts';
import type { Facet } from './facet.ts';

const count = z.int().min(0);

/** How often each value of one property occurs among the records that all other inputs let through. */
export const FacetCounts = strictObject(() => ({
  name: z.string().describe('Name of the facet.'),
  label: z.string().describe('What it is called.'),
  inputs: z.array(z.string()).describe('Inputs that choose by it. They do not narrow its own counts.'),
  multi_valued: z.boolean().describe('Whether a record can have several values, and is then counted for each.'),
  n: count.describe('Records that all other inputs let through.'),
  known: count.describe('Those of them with a known value.'),
  unknown: count.describe('Those of them without; never counted as a value.'),
  values: z
    .array(z.strictObject({ value: z.string(), label: z.string(), count }))
    .describe('The values; those that a vocabulary has and no record shows are counted 0.'),
  omitted: count.describe('Further values, left out of a long list.'),
}));

/** The parts of an answer with facets beside its input. */
export const facetsAnswer = () => ({
  ...datasetShape,
  total: count.describe('Records that all inputs let through.'),
  facets: z.array(FacetCounts).describe('Every facet of the table.'),
});

/** Counts the values of every facet of a table, for its filter and search. */
export function countFacets(dataset: Dataset, listing: Listing, given: Values) {
  const input = listing.resolve(dataset, given);
  const hits = hitsOf(dataset, listing, input['q'] as string | null);
  const chosen = chosenRows(dataset, listing, { input, hits });
  const facets = listing.facets.map((facet) => {
    const rows = isOpen(facet, input)
      ? chosen
      : chosenRows(dataset, listing, { input: { ...input, ...facet.open }, hits });
    return countsOf(facet, rows, { most: input['values'] as number, world: dataset.meta });
  });
  return { input: inSchemaOrder(listing, input), dataset: identityOf(dataset), total: chosen.length, facets };
}

/** Whether the inputs that choose by a facet ask nothing. */
function isOpen({ open }: Facet, input: Values): boolean {
  return Object.entries(open).every(([name, value]) => JSON.stringify(input[name]) === JSON.stringify(value));
}

interface Counting {
  readonly most: number;
  readonly world: World;
}

function countsOf(facet: Facet, rows: readonly Row[], { most, world }: Counting): z.output<typeof FacetCounts> {
  const categories = facet.categories(world);
  const counts = new Map(categories.map((value) => [value, 0]));
  let unknown = 0;
  for (const row of rows) {
    const found = facet.values(row);
    if (found.length === 0) unknown += 1;
    for (const value of found) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = ordered(counts, categories, facet.order).map(([value, n]) => ({
    value,
    label: facet.labelOf(value, world),
    count: n,
  }));
  const { name, label, inputs, multi_valued } = facet;
  return {
    name,
    label,
    inputs: [...inputs],
    multi_valued,
    n: rows.length,
    known: rows.length - unknown,
    unknown,
    values: values.slice(0, most),
    omitted: Math.max(0, values.length - most),
  };
}

/** Equally frequent values keep the order of their vocabulary; free ones go by code unit. */
function ordered(
  counts: ReadonlyMap<string, number>,
  categories: readonly string[],
  order: Facet['order'],
): [string, number][] {
  const indexes = new Map(categories.map((value, index) => [value, index]));
  const indexOf = (value: string): number => indexes.get(value) ?? categories.length;
  return [...counts].sort(
    ([one, x], [other, y]) =>
      (order === 'frequency' ? y - x : 0) || indexOf(one) - indexOf(other) || (one < other ? -1 : 1),
  );
}
