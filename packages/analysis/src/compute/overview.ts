import { isKnown } from '@govexport/schema/vocabularies';
import { all, each, map, type Plan } from '../query/plan.ts';
import type { Key } from '../query/query.ts';
import type { OverviewResult } from '../results/shares.ts';
import { attributes, knownFieldNames } from '../program-fields.ts';
import { programsWhere } from './filter-where.ts';
import type { Filter } from './resolve-filter.ts';
import { exactShare, shareOfYes, planShareWhere, type Attribute, type ShareCounts } from './share.ts';
import { countRecords, tally, total, type Counted } from './tallies.ts';

export { knownFieldNames, type OverviewResult };

/** Input of the statistic `overview`, with every default filled in. */
export interface OverviewInput extends Filter {
  readonly level: number;
}

/** A field whose value can be unknown. */
export type KnownField = (typeof knownFieldNames)[number];

/** Counts of an overview, before any interval. */
export interface OverviewCounts {
  readonly n: number;
  readonly years: readonly number[];
  readonly distinct: Pick<
    OverviewResult,
    'countries' | 'host_institutions' | 'host_cities' | 'host_provinces' | 'sectors' | 'sources'
  >;
  readonly source_languages: Counted<string>;
  readonly attributes: readonly { readonly attribute: Attribute; readonly counts: ShareCounts }[];
  readonly known: readonly { readonly field: KnownField; readonly known: number }[];
}

/** Counts what is in the records and how much of it is known; of participants the printed figure counts, not its bounds. */
export function planOverview(input: Filter): Plan<OverviewCounts> {
  const where = programsWhere(input);
  const different = (key: Key): Plan<number> =>
    map(tally('programs', where, key), (values) => [...values.keys()].filter(isKnown).length);
  const knownOf = (field: KnownField): Plan<OverviewCounts['known'][number]> => {
    const known = field === 'participants' ? 'participants.value' : field;
    return map(tally('programs', where, { known }), (values) => ({ field, known: values.get(true) ?? 0 }));
  };
  const shareOf = (attribute: Attribute): Plan<OverviewCounts['attributes'][number]> =>
    map(planShareWhere(where, attribute), (counts) => ({ attribute, counts }));
  return map(
    all({
      n: countRecords('programs', where),
      years: tally<number>('programs', where, { field: 'year' }),
      source_languages: tally<string>(
        'sources',
        { op: 'cited_by', field: 'sources', table: 'programs', where },
        { field: 'language' },
      ),
      distinct: all({
        countries: different({ each: 'countries' }),
        host_institutions: different({ field: 'host_institution' }),
        host_cities: different({ each: 'host_cities' }),
        host_provinces: different({ field: 'host_province' }),
        sectors: different({ field: 'sector' }),
      }),
      attributes: each(attributes.map(shareOf)),
      known: each(knownFieldNames.map(knownOf)),
    }),
    ({ years, distinct, ...found }) => ({
      ...found,
      years: [...years.keys()].sort((a, b) => a - b),
      distinct: { ...distinct, sources: total(found.source_languages.values()) },
    }),
  );
}

/** Adds the shares with their intervals. */
export function inferOverview(counts: OverviewCounts, { level }: Pick<OverviewInput, 'level'>): OverviewResult {
  const { n, years } = counts;
  const languages = [...counts.source_languages].map(([language, sources]) => ({ language, sources }));
  return {
    n,
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    years_with_programs: years.length,
    ...counts.distinct,
    source_languages: languages.sort((a, b) => b.sources - a.sources || (a.language < b.language ? -1 : 1)),
    headline_shares: counts.attributes.map(({ attribute, counts: share }) => ({
      attribute,
      ...shareOfYes(share, { level }),
    })),
    known_values: counts.known.map(({ field, known }) => ({
      field,
      known,
      n,
      share: exactShare(known, n, { level, n }),
    })),
  };
}
