import type { Dataset } from '@govexport/schema';
import { isKnown } from '@govexport/schema/vocabularies';
import { attributes, knownFieldNames, type ColumnName } from '../columns/program-columns.ts';
import { sizeOf } from '../columns/row-set.ts';
import type { OverviewResult } from '../results/shares.ts';
import { countField, countWhere } from './count-programs.ts';
import type { Filter } from './resolve-filter.ts';
import { select, type FrozenProgram, type Selection } from './select-programs.ts';
import { exactShare, inferShare, tabulateShare, type Attribute } from './share.ts';

export { knownFieldNames, type OverviewResult };

/** Input of the statistic `overview`, with every default filled in. */
export interface OverviewInput extends Filter {
  readonly level: number;
}

/** A field whose value can be unknown. */
export type KnownField = OverviewResult['known_values'][number]['field'];

/** Whether a program's value of a field is known; of the participants the printed figure counts, not its bounds. */
function knows(field: KnownField): (program: FrozenProgram) => boolean {
  if (field === 'participants') return ({ participants }) => isKnown(participants.value);
  return (program) => isKnown(program[field]);
}

/** Counts of an overview, before any interval. */
export interface OverviewCounts {
  readonly n: number;
  readonly years: readonly number[];
  readonly distinct: Pick<
    OverviewResult,
    'countries' | 'host_institutions' | 'host_cities' | 'host_provinces' | 'sectors' | 'sources'
  >;
  readonly source_languages: ReadonlyMap<string, number>;
  readonly attributes: readonly { attribute: Attribute; counts: ReturnType<typeof tabulateShare> }[];
  readonly known: readonly { field: KnownField; known: number }[];
}

/** Counts what is in the records and how much of it is known. */
export function tabulateOverview(selection: Selection, sources: Dataset['sources']): OverviewCounts {
  const examples = (field: ColumnName): FrozenProgram[] => countField(selection, field).map(({ example }) => example);
  const cited = new Set(examples('sources').flatMap((program) => program.sources));
  const source_languages = new Map<string, number>();
  for (const { id, language } of sources) {
    if (cited.has(id)) source_languages.set(language, (source_languages.get(language) ?? 0) + 1);
  }
  return {
    n: sizeOf(selection.rows),
    years: examples('year')
      .map(({ year }) => year)
      .sort((a, b) => a - b),
    distinct: {
      countries: distinct(examples('countries').flatMap(({ countries }) => countries)),
      host_institutions: examples('host_institution').filter(knows('host_institution')).length,
      host_cities: distinct(examples('host_cities').flatMap(({ host_cities }) => host_cities)),
      host_provinces: examples('host_province').filter(knows('host_province')).length,
      sectors: examples('sector').filter(knows('sector')).length,
      sources: cited.size,
    },
    source_languages,
    attributes: attributes.map((attribute) => ({ attribute, counts: tabulateShare(selection, attribute) })),
    known: knownFieldNames.map((field) => ({ field, known: countWhere(selection, field, knows(field)) })),
  };
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
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
      ...inferShare(share, level),
    })),
    known_values: counts.known.map(({ field, known }) => ({
      field,
      known,
      n,
      share: exactShare(known, n, { level, n }),
    })),
  };
}

/**
 * What is in the records in scope, and how much of it is known.
 *
 * @example
 * computeOverview(dataset, input).n; // programs in scope
 */
export function computeOverview(dataset: Dataset, input: OverviewInput): OverviewResult {
  return inferOverview(tabulateOverview(select(dataset, input), dataset.sources), input);
}
