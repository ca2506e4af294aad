import { inputObject } from '@govexport/analysis';
import { strictObject } from '@govexport/schema';
import { z } from 'zod';
import { limits } from '../limits.ts';
import { searchedTerms } from '../search/tokens.ts';
import type { Listing } from './listing.ts';
import { relevance, sortKeysOf } from './sort-records.ts';

const searchWords = `at most ${limits.search_length} characters with at least one letter or digit`;

/** The input that searches the texts of records. */
const searchShape = () => ({
  q: z
    .string({ error: searchWords })
    .max(limits.search_length, { error: searchWords })
    .refine((text) => searchedTerms(text, false).length > 0, { error: searchWords })
    .nullable()
    .default(null)
    .describe(
      `Words to search in English, Russian or Chinese, all of which a record must have: ${searchWords}. Not given: any.`,
    ),
});

/** A whole number from 1 to a limit. */
export function upTo(most: number, defaultValue: number) {
  const error = `a whole number from 1 to ${most}`;
  return z.int({ error }).min(1, { error }).max(most, { error }).default(defaultValue);
}

/** The inputs that sort a list and cut it into pages. */
function pageShape({ table, defaultSort }: Listing) {
  const defaultOrder = defaultSort.length === 0 ? 'the order of the dataset' : defaultSort.join(', ');
  const error = `a list of at most ${limits.sort_fields} fields`;
  return {
    sort: z
      .array(z.enum(sortKeysOf(table)), { error })
      .max(limits.sort_fields, { error })
      .default([])
      .describe(
        `Fields to sort by, at most ${limits.sort_fields}; a minus before a field turns its order round, ${relevance} is the best fit to q first. Unknown values come last, equal ones in the order of the dataset. Empty: ${relevance} where q is given, else ${defaultOrder}.`,
      ),
    limit: upTo(limits.page_size, limits.default_page_size).describe(
      `Most records in the answer, at most ${limits.page_size}.`,
    ),
    cursor: z
      .string()
      .max(limits.text_length)
      .nullable()
      .default(null)
      .describe('The next_cursor of the answer before. Not given: from the start.'),
    total: z.boolean({ error: 'true or false' }).default(true).describe('Whether to count the records of all pages.'),
  };
}

/** The inputs that choose whole fields of records. */
function fieldsShape({ table }: Listing) {
  const names = Object.keys(table.record.shape) as [string, ...string[]];
  return {
    fields: z
      .array(z.enum(names))
      .max(names.length, { error: `a list of at most ${names.length} fields` })
      .describe('Fields of each record in the answer.'),
  };
}

/** The inputs of the procedures that list a table. */
export function listInputs(listing: Listing) {
  const { filter, resolved } = listing;
  const search = searchShape();
  const page = { ...search, ...pageShape(listing) };
  const values = facetShape();
  const { fields } = fieldsShape(listing);
  const chosen = { fields: fields.min(1, { error: 'a list of at least one field' }) };
  return {
    list: object({ ...filter, ...page }),
    listEcho: strictObject(() => ({ ...resolved, ...page })),
    select: object({ ...filter, ...page, ...chosen }),
    selectEcho: strictObject(() => ({ ...resolved, ...page, ...chosen })),
    /** Of an address that answers as one or the other. */
    either: object({
      ...filter,
      ...page,
      fields: fields.default([]).describe('Fields of each record in the answer. Empty: all of them.'),
    }),
    facets: object({ ...filter, ...search, ...values }),
    facetsEcho: strictObject(() => ({ ...resolved, ...search, ...values })),
    /** Of a view that is cited: what chooses its records. */
    view: object({ ...filter, ...search }),
  };
}

const facetShape = () => ({
  values: upTo(limits.facet_values, limits.default_facet_values).describe(
    `Most values of each facet, at most ${limits.facet_values}.`,
  ),
});

/** A strict object; where it has a first and a last year, these are in order. */
function object(shape: z.core.$ZodLooseShape): z.ZodObject {
  return 'from' in shape ? inputObject(shape as never) : z.strictObject(shape);
}
