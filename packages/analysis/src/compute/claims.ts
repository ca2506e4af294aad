import type { Claim, Evidence, Judgement } from '../claims/claim.ts';
import { contextClaims } from '../claims/context-claims.ts';
import { programClaims } from '../claims/program-claims.ts';
import type { DatedTable, Facts } from '../facts.ts';
import { all, map, rows, type Plan } from '../query/plan.ts';
import { everything } from '../query/query.ts';
import { inferAdoptions, planAdoptions } from './adoptions.ts';
import { datedWhere, programsWhere } from './filter-where.ts';
import { inferIndicators, planIndicators } from './indicators.ts';
import { inferOverview, planOverview } from './overview.ts';
import { inferPartnerships, planPartnerships } from './partnerships.ts';
import { inScope, resolveFilter, type Filter } from './resolve-filter.ts';
import { inferScope, planScope } from './scope.ts';
import { planShareWhere, shareOfYes, type Attribute } from './share.ts';
import { countRecords, tally, total } from './tallies.ts';
import { inferTrend, planTrend } from './trend.ts';

/** The day on which the partnerships are looked at. */
const END_OF_EARLY_2010S = '2014-12-31';

/** Random arrangements of the tests that draw them. */
const permutation = { seed: 2022, permutations: 9999 };

/** Input of the statistic `claims`, with every default filled in. */
export interface ClaimsInput extends Filter {
  readonly level: number;
}

/** One claim with what the records say of it. */
export interface JudgedClaim extends Judgement {
  readonly claim: Claim;
}

/** The claims in the order of the abstract. */
const order = ['size', 'frequency', 'scope', 'security', 'technology', 'partnerships', 'adoption', 'border', 'rights'];

/** Every claim, in the order of tables. */
export const claimList: readonly Claim[] = [...programClaims, ...contextClaims].sort(
  (a, b) => order.indexOf(a.id) - order.indexOf(b.id),
);

/** The results that the claims are judged by: programs in the scope of the article, other records of all years. */
export function planEvidence(input: ClaimsInput, facts: Facts): Plan<Evidence> {
  const { level } = input;
  const article = { ...resolveFilter(facts, inScope(input, 'article')), level };
  const everyYear = (table: DatedTable) => ({ ...resolveFilter(facts, inScope(input, 'all'), table), level });
  const share = (attribute: Attribute) =>
    map(planShareWhere(programsWhere(article), attribute), (counts) => shareOfYes(counts, input));
  const drawn = { ...article, ...permutation };
  const levels = { ...article, date: END_OF_EARLY_2010S };
  const [adoptions, events] = [everyYear('adoptions'), everyYear('rights_events')];
  const plans = all({
    overview: map(planOverview(article), (counts) => inferOverview(counts, input)),
    recommended: countRecords('programs', programsWhere({ ...article, recommended_only: true })),
    trend: map(planTrend(article, facts), (counts) => inferTrend(counts, drawn)),
    scope: map(planScope({ ...article, split: null }), (counts) => inferScope(counts, drawn)),
    shares: all({
      security_related: share('security_related'),
      technology_component: share('technology_component'),
      equipment_transfer: share('equipment_transfer'),
    }),
    technology_of_security: planShareWhere(
      { op: 'and', of: [programsWhere(article), { op: 'in', key: { field: 'security_related' }, values: [true] }] },
      'technology_component',
    ),
    partnerships: map(planPartnerships(levels, facts), (counts) => inferPartnerships(counts, levels)),
    adoptions: map(planAdoptions(adoptions, facts), (counts) => inferAdoptions(counts, adoptions)),
    borders: rows<Evidence['borders'][number]>({
      ...{ table: 'borders', where: everything },
      fields: ['name', 'country', 'length_km'],
    }),
    indicators: map(planIndicators({ ...everyYear('indicators'), indicator: null }), inferIndicators),
    events: tally('rights_events', datedWhere(events, 'rights_events', facts), { field: 'link_to_china' }),
  });
  return map(plans, ({ partnerships, indicators, events: linked, ...found }) => ({
    ...found,
    level,
    levels: partnerships.countries,
    steps: partnerships.steps,
    indicator_series: indicators.series.length,
    rights_events: total(linked.values()),
    rights_events_linked: linked.get('stated_by_source') ?? 0,
  }));
}

/** What our records say of each claim of the article's abstract. The article's own table is not among them. */
export function judgeClaims(evidence: Evidence): JudgedClaim[] {
  return claimList.map((claim) => ({ claim, ...claim.judge(evidence) }));
}
