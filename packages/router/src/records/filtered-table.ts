import { filterShape } from '@govexport/analysis';
import { Confidence, reachesConfidence, type Dataset, type Table, type ValueOf } from '@govexport/schema';
import type { z } from 'zod';
import type { Facet } from '../facets/facet.ts';
import { citingTables, citedByFilter } from './citing-tables.ts';
import { allows, fieldFiltersOf, headingOf, type FieldFilter } from './field-filters.ts';
import { rowsOf, type Listing, type Values } from './listing.ts';
import type { Row } from './record-key.ts';
import { tableFiltersOf } from './table-filters.ts';

/** How the records of a table are chosen by their fields. */
export function filteredTable(table: Table): Listing {
  const { when } = tableFiltersOf(table.name);
  const firm = 'confidence' in table.record.shape;
  const filters = fieldFiltersOf(table);
  const cited = table.name === 'sources';
  const filter = {
    ...(when === undefined ? {} : yearsShape(when)),
    ...Object.fromEntries(filters.map(({ name, schema }) => [name, schema])),
    ...(firm ? { confidence: filterShape.confidence } : {}),
    ...(cited ? { cited_by: citedByFilter() } : {}),
  };
  const conditions = (dataset: Dataset, given: Values): ((row: Row) => boolean)[] => [
    ...filters.map((one) => allows(one, given[one.name] as string[])),
    ...(when === undefined ? [] : [inYears(when, given)]),
    ...(firm ? [atLeast(given['confidence'] as ValueOf<typeof Confidence>)] : []),
    ...(cited ? [citingTables(dataset, given['cited_by'] as string[])] : []),
  ];
  return {
    table,
    filter,
    resolved: filter,
    defaultSort: [],
    resolve: (_, input) => withSortedLists(input, filter),
    select: (dataset, given) => {
      const holds = conditions(dataset, given);
      return rowsOf(dataset, table).filter((row) => holds.every((condition) => condition(row)));
    },
    facets: [
      ...(when === undefined ? [] : [yearFacet((row) => yearsIn(row[when]))]),
      ...filters.filter(({ name }) => !(name in table.references)).map(facetOf),
      ...(firm ? [confidenceFacet] : []),
    ],
  };
}

/** The order of the values of a filter never changes an answer. */
export function withSortedLists(input: Values, filter: z.core.$ZodLooseShape): Values {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      name in filter && Array.isArray(value) ? [...new Set(value as string[])].sort() : value,
    ]),
  );
}

function yearsShape(when: string) {
  const words = `of the field ${when}; a record without it is then left out. Not given: any.`;
  return {
    from: filterShape.from.unwrap().default(null).describe(`First year ${words}`),
    to: filterShape.to.unwrap().default(null).describe(`Last year ${words}`),
  };
}

/** The year that a date, a year or a pair of fiscal years begins with. */
function yearsIn(value: unknown): string[] {
  return typeof value === 'string' || typeof value === 'number' ? [String(value).slice(0, 4)] : [];
}

function inYears(when: string, { from, to }: Values): (row: Row) => boolean {
  if (from === null && to === null) return () => true;
  return (row) =>
    yearsIn(row[when]).some((year) => Number(year) >= Number(from ?? 0) && Number(year) <= Number(to ?? Infinity));
}

function atLeast(lowest: ValueOf<typeof Confidence>): (row: Row) => boolean {
  return ({ confidence }) => reachesConfidence(confidence as typeof lowest, lowest);
}

/** The facet of years; `from` and `to` choose by it. */
export function yearFacet(values: Facet['values']): Facet {
  return {
    name: 'year',
    label: 'Year',
    multi_valued: false,
    inputs: ['from', 'to'],
    open: { from: null, to: null },
    values,
    categories: () => [],
    labelOf: (value) => value,
    order: 'value',
  };
}

/** The facet of a field by whose values records are chosen. */
export function facetOf({ name, label, multi_valued, values, categories, labelOf }: FieldFilter): Facet {
  const open = { [name]: [] };
  return { name, label, multi_valued, inputs: [name], open, values, categories, labelOf, order: 'frequency' };
}

const confidenceFacet: Facet = {
  name: 'confidence',
  label: headingOf('confidence'),
  multi_valued: false,
  inputs: ['confidence'],
  open: { confidence: 'low' },
  values: ({ confidence }) => [confidence as string],
  categories: () => Confidence.values,
  labelOf: (value) => Confidence.terms[value as 'low'].label,
  order: 'frequency',
};
