import type { Dataset } from '@govexport/schema';
import type { AdoptionsResult } from '../compute/adoptions.ts';
import type { OverviewResult } from '../compute/overview.ts';
import type { CountryLevel, PartnershipStep } from '../compute/partnerships.ts';
import type { ScopeResult } from '../compute/scope.ts';
import type { ShareCounts, ShareOfYes } from '../compute/share.ts';
import type { TrendResult } from '../compute/trend.ts';

/** What the records say of a claim. */
export const verdicts = {
  supported: 'Supported',
  partly: 'Partly supported',
  'not-supported': 'Not supported',
  contradicted: 'Contradicted',
  'not-testable': 'Not testable',
} as const;

/** Name of a verdict. */
export type Verdict = keyof typeof verdicts;

/** Names of the verdicts, from the strongest support on. */
export const verdictNames = Object.keys(verdicts) as [Verdict, ...Verdict[]];

/** The results that the rules read. Everything about programs is in the scope of the article. */
export interface Evidence {
  readonly level: number;
  readonly overview: OverviewResult;
  readonly recommended: number;
  readonly trend: TrendResult;
  readonly scope: ScopeResult;
  readonly shares: Readonly<Record<'security_related' | 'technology_component' | 'equipment_transfer', ShareOfYes>>;
  readonly technology_of_security: ShareCounts;
  readonly levels: readonly CountryLevel[];
  readonly steps: readonly PartnershipStep[];
  readonly adoptions: AdoptionsResult;
  readonly borders: readonly Pick<Dataset['borders'][number], 'name' | 'country' | 'length_km'>[];
  readonly indicator_series: number;
  readonly rights_events: number;
  readonly rights_events_linked: number;
}

/** A number that a verdict rests on. */
export interface ClaimNumber {
  label: string;
  estimate: number | null;
  low: number | null;
  high: number | null;
}

/** A verdict with its numbers and the reason in words. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly numbers: readonly ClaimNumber[];
  readonly reason: string;
}

/** One claim as data: our words for it, what tests it, and the rule. */
export interface Claim {
  readonly id: string;
  readonly claim: string;
  readonly tested_by: string;
  readonly rule: string;
  readonly judge: (evidence: Evidence) => Judgement;
}

/** A number without an interval. */
export function plain(label: string, estimate: number | null): ClaimNumber {
  return { label, estimate, low: null, high: null };
}
