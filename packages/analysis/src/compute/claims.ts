import type { Dataset } from '@govexport/schema';
import type { Claim, Evidence, Judgement } from '../claims/claim.ts';
import { contextClaims } from '../claims/context-claims.ts';
import { programClaims } from '../claims/program-claims.ts';
import { computeAdoptions } from './adoptions.ts';
import { computeIndicators } from './indicators.ts';
import { computeOverview } from './overview.ts';
import { computePartnerships } from './partnerships.ts';
import { inScope, resolveFilter, type Filter, type RecordYears } from './resolve-filter.ts';
import { computeScope } from './scope.ts';
import { datedYears, selectRecords } from './select-records.ts';
import { keepIf, select, selectPrograms } from './select-programs.ts';
import { computeShare, tabulateShare, type Attribute } from './share.ts';
import { computeTrend } from './trend.ts';

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
export function gatherEvidence(dataset: Dataset, input: ClaimsInput): Evidence {
  const { level } = input;
  const article = { ...resolveFilter(dataset, inScope(input, 'article')), level };
  const everyYear = (years: RecordYears) => ({ ...resolveFilter(dataset, inScope(input, 'all'), years), level });
  const share = (attribute: Attribute) => computeShare(dataset, { ...article, attribute });
  const partnerships = computePartnerships(dataset, { ...article, date: END_OF_EARLY_2010S });
  const events = selectRecords(
    dataset.rights_events,
    everyYear(() => datedYears(dataset.rights_events)),
  );
  const series = everyYear(() => dataset.indicators.map(({ year }) => year));
  return {
    level,
    overview: computeOverview(dataset, article),
    recommended: selectPrograms(dataset, { ...article, recommended_only: true }).length,
    trend: computeTrend(dataset, { ...article, ...permutation }),
    scope: computeScope(dataset, { ...article, ...permutation, split: null }),
    shares: {
      security_related: share('security_related'),
      technology_component: share('technology_component'),
      equipment_transfer: share('equipment_transfer'),
    },
    technology_of_security: tabulateShare(
      keepIf(select(dataset, article), {
        field: 'security_related',
        holds: ({ security_related }) => security_related === true,
      }),
      'technology_component',
    ),
    levels: partnerships.countries,
    steps: partnerships.steps,
    adoptions: computeAdoptions(
      dataset,
      everyYear(() => datedYears(dataset.adoptions)),
    ),
    borders: dataset.borders,
    indicator_series: computeIndicators(dataset, { ...series, indicator: null }).series.length,
    rights_events: events.length,
    rights_events_linked: events.filter(({ link_to_china }) => link_to_china === 'stated_by_source').length,
  };
}

/**
 * What our records say of each claim of the article's abstract. The article's own table is not among them.
 *
 * @example
 * computeClaims(dataset, input).map(({ claim, verdict }) => [claim.id, verdict]);
 */
export function computeClaims(dataset: Dataset, input: ClaimsInput): JudgedClaim[] {
  const evidence = gatherEvidence(dataset, input);
  return claimList.map((claim) => ({ claim, ...claim.judge(evidence) }));
}
