import type { RecordOf, TableName } from '@govexport/schema';

/** What of a table can be chosen beside its fields with fixed values, which are found by their schemas. */
interface TableFilters<Name extends TableName> {
  /** Field that says when; `from` and `to` choose by its year. */
  readonly when?: keyof RecordOf<Name> & string;
  /** Fields with free values, or with states, by which records are chosen, one value or several. */
  readonly values?: readonly (keyof RecordOf<Name> & string)[];
  /** Fields with fixed values by which records are not chosen, since another input does that. */
  readonly without?: readonly (keyof RecordOf<Name> & string)[];
}

/** A table that is missing here is chosen by its fields with fixed values alone. */
export const tableFilters = {
  programs: {
    when: 'start',
    // The filter of the statistics chooses by these, under its own names.
    without: ['domain', 'sector', 'frame', 'format', 'venue', 'countries', 'confidence', 'recommended_for_aggregates'],
    values: ['countries_implied', 'topics', 'host_cities', 'host_province', 'sources'],
  },
  sources: { when: 'published', values: ['language'] },
  partnerships: { when: 'date', values: ['country', 'sources'] },
  transfers: { when: 'date', values: ['country', 'sources'] },
  adoptions: { when: 'date', values: ['country', 'supplier_countries', 'sources'] },
  agreements: { when: 'date', values: ['country', 'sources'] },
  institutions: { when: 'founded', values: ['sources'] },
  pledges_and_totals: { when: 'period_from', values: ['country', 'sources'] },
  rights_events: { when: 'date', values: ['country', 'sources'] },
  codings: { values: ['round', 'program', 'coder'] },
  reviews: { when: 'reviewed', values: ['reviewer', 'record', 'field'] },
  indicators: { when: 'year', values: ['country', 'indicator', 'producer', 'edition'] },
  countries: { values: ['iso2'] },
  places: { values: ['country'] },
  borders: { values: ['country'] },
  us_training_totals: { when: 'fiscal_year', values: ['country'] },
  aid_projects: {
    when: 'year',
    values: ['country', 'project_id', 'release', 'status', 'flow_class', 'security_training_kind'],
  },
} as const satisfies { readonly [Name in TableName]?: TableFilters<Name> };

/** A table without anything beside its fields with fixed values. */
const plain = {};

/** What of a table can be chosen beside its fields with fixed values. */
export function tableFiltersOf(table: string): {
  readonly when?: string;
  readonly values?: readonly string[];
  readonly without?: readonly string[];
} {
  return Object.hasOwn(tableFilters, table) ? tableFilters[table as keyof typeof tableFilters] : plain;
}
