import { scopeOf } from '@govexport/schema/vocabularies';
import type { Estimate } from '../estimate.ts';
import type { Facts } from '../facts.ts';
import type { Where } from '../query/query.ts';
import { inScope, resolveFilter, type Filter } from './resolve-filter.ts';

/** Publishers whose pages count as official. */
const officialPublishers = ['government', 'international_organisation', 'training_institution'];

/** What an inclusion rule changes: the scope, or which programs stay. */
interface InclusionRule {
  readonly label: string;
  readonly scope?: string;
  readonly keeps?: Where;
}

/** The inclusion rules, in the order of tables. */
export const inclusionRules = {
  as_asked: { label: 'As asked' },
  high_confidence: {
    label: 'High confidence only',
    keeps: { op: 'in', key: { field: 'confidence' }, values: ['high'] },
  },
  two_sources: {
    label: 'Two or more sources',
    keeps: { op: 'range', key: { size: 'sources' }, from: 2, to: null },
  },
  official_sources: {
    label: 'With an official source',
    keeps: {
      ...{ op: 'cites', field: 'sources', table: 'sources' },
      where: { op: 'in', key: { field: 'publisher_type' }, values: officialPublishers },
    },
  },
  bilateral: { label: 'Bilateral only', keeps: { op: 'in', key: { field: 'frame' }, values: ['bilateral'] } },
  exact_dates: {
    label: 'Start known to the day',
    keeps: { op: 'in', key: { part: 'precision', of: 'start' }, values: ['day'] },
  },
  article_scope: { label: 'Scope of the article', scope: 'article' },
  all_records: { label: 'All records', scope: 'all' },
} as const satisfies Record<string, InclusionRule>;

/** Name of an inclusion rule. */
export type InclusionRuleName = keyof typeof inclusionRules;

/** Names of the inclusion rules, in the order of tables. */
export const inclusionRuleNames = Object.keys(inclusionRules) as [InclusionRuleName, ...InclusionRuleName[]];

/** A headline number, with its interval where it has one. */
export type HeadlineValue = Estimate | number | null;

/** A filter under a rule, and the condition that the rule adds to it. */
export interface RuledFilter {
  readonly rule: InclusionRuleName;
  readonly filter: Filter;
  readonly keeps: Where | null;
}

/**
 * A filter under every inclusion rule whose scope the dataset declares. The years of the filter stay, unless the rule sets
 * a scope.
 */
export function underRules(facts: Facts, filter: Filter): RuledFilter[] {
  return inclusionRuleNames.flatMap((rule) => {
    const { scope, keeps }: InclusionRule = inclusionRules[rule];
    if (scope === undefined) return [{ rule, filter, keeps: keeps ?? null }];
    if (scopeOf(facts.meta, scope) === undefined) return [];
    return [{ rule, filter: resolveFilter(facts, inScope(filter, scope)), keeps: null }];
  });
}
