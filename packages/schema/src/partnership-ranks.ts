import type { PartnershipLevel } from './context-vocabularies.ts';
import type { ValueOf } from './vocabulary.ts';

/**
 * The rank of each level, 1 to 5: the order of this dataset and not a scale found in a source. “Permanent” and “for a
 * new era” share a rank, since no source compares them.
 *
 * @example
 * partnershipRanks.strategic_partnership // => 2
 */
export const partnershipRanks: Readonly<Record<ValueOf<typeof PartnershipLevel>, number>> = {
  friendly_cooperation: 1,
  strategic_partnership: 2,
  comprehensive_strategic_partnership: 3,
  permanent_comprehensive_strategic_partnership: 4,
  comprehensive_strategic_partnership_new_era: 4,
  all_weather_comprehensive_strategic_partnership_new_era: 5,
};
