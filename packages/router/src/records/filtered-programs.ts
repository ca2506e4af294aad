import {
  checkedWhere,
  dimensions,
  filterShape,
  labelOf,
  openMemory,
  programsWhere,
  resolvedFilterShape,
  resolveFilter,
  valuesOf,
  type DimensionName,
  type Filter,
  type FilterInput,
} from '@govexport/analysis';
import { categoriesOf } from '@govexport/analysis/compute/dimensions';
import { everyRecord, type Dataset, type Table } from '@govexport/schema';
import type { Facet } from '../facets/facet.ts';
import { allows, fieldFiltersOf } from './field-filters.ts';
import { facetOf, withSortedLists, yearFacet } from './filtered-table.ts';
import type { Listing, Values } from './listing.ts';

/** The inputs of the filter of the statistics that choose by a dimension, and what asks nothing there. */
const chosenBy = {
  country: { countries: [] },
  domain: { domains: [] },
  sector: { sectors: [] },
  frame: { frames: [] },
  format: { formats: [] },
  venue: { venues: [] },
  confidence: { confidence: 'low' },
} as const satisfies { readonly [Name in DimensionName]?: Partial<Filter> };

/** Fields without a facet: ids, and lists that are empty because there is nothing, which is not unknown. */
const notCounted: ReadonlySet<string> = new Set(['sources', 'exclusion_reasons', 'countries_implied']);

/** How programs are chosen: by the filter of the statistics, and by those of their fields that it leaves out. */
export function filteredPrograms(programs: Table): Listing {
  const filters = fieldFiltersOf(programs);
  const own = Object.fromEntries(filters.map(({ name, schema }) => [name, schema]));
  // A list shows every record unless asked otherwise; statistics keep the default scope.
  const scope = filterShape.scope
    .unwrap()
    .default(everyRecord)
    .describe('Named selection, as for statistics. Here not given: all.');
  const filter = { ...filterShape, scope, ...own };
  return {
    table: programs,
    filter,
    resolved: { ...resolvedFilterShape, scope, ...own },
    defaultSort: ['start'],
    resolve: (dataset, input) =>
      withSortedLists(resolveFilter(openMemory(dataset).facts, input as Values & FilterInput), own),
    select: (dataset: Dataset, given) => {
      const holds = filters.map((one) => allows(one, given[one.name] as string[]));
      const filter = given as unknown as Filter;
      const { engine, facts } = openMemory(dataset);
      const checked = filter.checked === true ? [checkedWhere(facts)] : [];
      const selected = engine.records('programs', { op: 'and', of: [programsWhere(filter), ...checked] });
      return selected.filter((row) => holds.every((condition) => condition(row)));
    },
    facets: [
      yearFacet(({ year }) => [String(year)]),
      ...(Object.keys(chosenBy) as (keyof typeof chosenBy)[]).map(dimensionFacet),
      ...filters.filter(({ name }) => !notCounted.has(name)).map(facetOf),
    ],
  };
}

function dimensionFacet(name: keyof typeof chosenBy): Facet {
  const { label, multi_valued } = dimensions[name];
  return {
    name,
    label,
    multi_valued,
    inputs: Object.keys(chosenBy[name]),
    open: chosenBy[name],
    values: (record) => valuesOf(name, record),
    categories: ({ recipients }) => categoriesOf(name, recipients),
    labelOf: (value, { senders }) => labelOf(name, value, senders),
    order: 'frequency',
  };
}
