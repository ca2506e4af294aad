import { once, Source, strictObject, type TableName, tables } from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { facetsAnswer } from '../facets/count-facets.ts';
import { AliasOfAnswer } from '../find-record.ts';
import { limits } from '../limits.ts';
import { Match } from '../search/highlight.ts';
import { licenseShape } from './terms-of-use.ts';
import { listInputs } from './list-input.ts';
import type { Listing } from './listing.ts';
import { listingOf } from './listings.ts';

const echo = 'The input with every default filled in.';

/** The schemas of the procedures of one table. */
function schemasOf(listing: Listing) {
  const { table } = listing;
  const inputs = listInputs(listing);
  const page = (input: z.ZodObject, item: z.ZodObject) =>
    strictObject(() => ({
      input: input.describe(echo),
      ...datasetShape,
      ...licenseShape,
      total: z.int().min(0).nullable().describe('Records of all pages; null where not counted.'),
      next_cursor: z.string().nullable().describe('Cursor of the next page; null on the last one.'),
      items: z.array(item).describe('Records of this page.'),
      matches: z.array(z.array(Match)).describe('Where the words of q stand in each record; empty without q.'),
    }));
  const list = page(inputs.listEcho, table.record);
  const select = page(inputs.selectEcho, table.record.partial());
  return {
    list: { input: inputs.list, output: list },
    select: { input: inputs.select, output: select },
    /** Of an address that answers as `list` or as `select`. */
    either: {
      input: inputs.either,
      output: z.union([list, select]),
    },
    facets: {
      input: inputs.facets,
      output: strictObject(() => ({ input: inputs.facetsEcho.describe(echo), ...facetsAnswer() })),
    },
    view: inputs.view,
    get: { input: strictObject(() => keyShape(listing)), output: recordAnswer(table.record) },
  };
}

/** The parts of a key; text is checked against the records, not against a pattern. */
function keyShape({ table }: Listing): z.core.$ZodLooseShape {
  return Object.fromEntries(
    table.key.map((name) => {
      const field = table.record.shape[name] as z.ZodType;
      const text = z.string().max(limits.text_length);
      const schema = field instanceof z.ZodNumber ? field : text;
      return [name, schema.describe(field.description ?? name)];
    }),
  );
}

function recordAnswer(record: z.ZodObject) {
  return strictObject(() => ({
    ...datasetShape,
    ...licenseShape,
    record: record.describe('The record.'),
    sources: z.array(Source).describe('The sources that it cites, in its order; empty where its table cites none.'),
    alias: AliasOfAnswer,
  }));
}

/**
 * The inputs and answers of the procedures of every table, by the name of the table; each is made when it is asked for.
 *
 * @example
 * Object.keys(recordSchemas.transfers.get.input.shape) // => ['id']
 */
export const recordSchemas = Object.defineProperties(
  {},
  Object.fromEntries(
    tables.map(({ name }) => [name, { enumerable: true, get: once(() => schemasOf(listingOf(name))) }]),
  ),
) as Readonly<Record<TableName, ReturnType<typeof schemasOf>>>;
