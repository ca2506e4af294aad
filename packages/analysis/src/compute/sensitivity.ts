import type { Dataset } from '@govexport/schema';
import { scopeOf } from '@govexport/schema/vocabularies';
import { sizeOf } from '../columns/row-set.ts';
import type { Estimate } from '../estimate.ts';
import { isExact } from './partial-dates.ts';
import { inScope, resolveFilter, type Filter } from './resolve-filter.ts';
import { select, type FrozenProgram } from './select-programs.ts';

/** Publishers whose pages count as official. */
const officialPublishers: ReadonlySet<string> = new Set([
  'government',
  'international_organisation',
  'training_institution',
]);

type Source = Dataset['sources'][number];

/** What an inclusion rule changes: the scope, or which programs stay. */
interface InclusionRule {
  readonly label: string;
  readonly scope?: string;
  readonly keeps?: (program: FrozenProgram, sources: readonly Source[]) => boolean;
}

/** The inclusion rules, in the order of tables. */
export const inclusionRules = {
  as_asked: { label: 'As asked' },
  high_confidence: { label: 'High confidence only', keeps: ({ confidence }) => confidence === 'high' },
  two_sources: { label: 'Two or more sources', keeps: ({ sources }) => sources.length > 1 },
  official_sources: {
    label: 'With an official source',
    keeps: (_, sources) => sources.some(({ publisher_type }) => officialPublishers.has(publisher_type)),
  },
  bilateral: { label: 'Bilateral only', keeps: ({ frame }) => frame === 'bilateral' },
  exact_dates: { label: 'Start known to the day', keeps: ({ start }) => isExact(start) },
  article_scope: { label: 'Scope of the article', scope: 'article' },
  all_records: { label: 'All records', scope: 'all' },
} as const satisfies Record<string, InclusionRule>;

/** Name of an inclusion rule. */
export type InclusionRuleName = keyof typeof inclusionRules;

/** Names of the inclusion rules, in the order of tables. */
export const inclusionRuleNames = Object.keys(inclusionRules) as [InclusionRuleName, ...InclusionRuleName[]];

/** A headline number, with its interval where it has one. */
export type HeadlineValue = Estimate | number | null;

/** The dataset and the filter under one rule. The years of the filter stay, unless the rule sets a scope. */
export function underRule(
  dataset: Dataset,
  filter: Filter,
  name: InclusionRuleName,
): { dataset: Dataset; filter: Filter } {
  const { scope, keeps }: InclusionRule = inclusionRules[name];
  if (scope !== undefined) return { dataset, filter: resolveFilter(dataset, inScope(filter, scope)) };
  if (keeps === undefined) return { dataset, filter };
  const made = reduced.get(dataset) ?? new Map<InclusionRuleName, Dataset>();
  reduced.set(dataset, made);
  const kept = made.get(name) ?? keepPrograms(dataset, keeps);
  made.set(name, kept);
  return { dataset: kept, filter };
}

/** Datasets under a rule, made once for each dataset, so that their columnar views are too. */
const reduced = new WeakMap<Dataset, Map<InclusionRuleName, Dataset>>();

function keepPrograms(dataset: Dataset, keeps: NonNullable<InclusionRule['keeps']>): Dataset {
  const byId = new Map(dataset.sources.map((source) => [source.id, source]));
  const citedBy = ({ sources }: FrozenProgram): Source[] => sources.flatMap((id) => byId.get(id) ?? []);
  const programs = dataset.programs.filter((program) => keeps(program, citedBy(program)));
  // A copy would read every other table.
  return Object.create(dataset, { programs: { value: programs, enumerable: true } }) as Dataset;
}

/**
 * A number recomputed under every inclusion rule whose scope the dataset declares.
 *
 * @param measure - the number of a dataset and a filter
 * @example
 * computeSensitivity(dataset, filter, (data, given) => selectPrograms(data, given).length);
 */
export function computeSensitivity(
  dataset: Dataset,
  filter: Filter,
  measure: (dataset: Dataset, filter: Filter) => HeadlineValue,
) {
  const { meta } = dataset;
  const possible = inclusionRuleNames.filter((rule) => {
    const { scope }: InclusionRule = inclusionRules[rule];
    return scope === undefined || scopeOf(meta, scope) !== undefined;
  });
  return possible.map((rule) => {
    const changed = underRule(dataset, filter, rule);
    return {
      rule,
      n: sizeOf(select(changed.dataset, changed.filter).rows),
      headline: measure(changed.dataset, changed.filter),
    };
  });
}
