import { comprehensiveRank } from '../compute/partnerships.ts';
import { plain, type Claim, type Evidence, type Judgement, type Verdict } from './claim.ts';

/** The border length that the abstract gives, in thousands of kilometres. */
const CLAIMED_THOUSANDS = 3;

function judgePartnerships({ levels, steps }: Evidence): Judgement {
  const known = levels.filter(({ rank }) => rank !== null);
  const reached = known.filter(({ rank, certain }) => (rank ?? 0) >= comprehensiveRank && certain);
  const later = levels.filter(
    ({ country, rank }) =>
      (rank ?? 0) < comprehensiveRank &&
      steps.some((step) => step.country === country && step.kind === 'step' && step.rank >= comprehensiveRank),
  );
  const numbers = [
    plain('States at the comprehensive level or above at the end of 2014', reached.length),
    plain('States with any recorded level then', known.length),
    plain('States whose first recorded step to it is later', later.length),
  ];
  if (known.length === 0) return { verdict: 'not-testable', numbers, reason: 'No level is recorded for any state.' };
  const verdict: Verdict =
    reached.length === levels.length
      ? 'supported'
      : later.length > 0
        ? 'contradicted'
        : reached.length > 0
          ? 'partly'
          : 'not-supported';
  return {
    verdict,
    numbers,
    reason: `At the end of 2014, ${reached.length} of ${levels.length} states have a record of the comprehensive level and ${known.length} of any level; for ${later.length} the recorded step to it is dated later. The word “strategic partnership” alone would hold for ${known.length}.`,
  };
}

function judgeAdoption({ adoptions, levels }: Evidence): Judgement {
  const { n, countries_in_use: using, chinese_supplier: share } = adoptions;
  const numbers = [
    plain('Recorded systems', n),
    plain('With a Chinese supplier', share.yes),
    plain('Supplier unknown', share.unknown),
    plain('States with a system of a Chinese supplier in use or being built', using),
  ];
  if (adoptions.in_dataset === 0)
    return { verdict: 'not-testable', numbers, reason: 'The dataset has no record of adoptions.' };
  const verdict: Verdict = 2 * using > levels.length ? 'supported' : using > 0 ? 'partly' : 'not-supported';
  return {
    verdict,
    numbers,
    reason: `${n} systems are recorded, ${share.yes} of ${share.yes + share.no} with a known supplier have a Chinese one, and in ${using} of ${levels.length} states one is in use or being built. The records do not tell whether a training program had a part in it.`,
  };
}

function judgeBorder({ borders }: Evidence): Judgement {
  const parts = borders.filter(({ country }) => country !== null).sort((a, b) => (a.name < b.name ? -1 : 1));
  const sum = parts.reduce((total, { length_km }) => total + length_km, 0);
  if (parts.length === 0) return { verdict: 'not-testable', numbers: [], reason: 'The dataset has no border lengths.' };
  return {
    verdict: Math.round(sum / 1000) === CLAIMED_THOUSANDS ? 'supported' : 'contradicted',
    numbers: [
      ...parts.map(({ name, length_km }) => plain(`Border with ${name}, km`, length_km)),
      plain('Sum, km', sum),
    ],
    reason: `The reference lengths of ${parts.length} borders add up to ${sum} km, which is ${Math.round(sum / 1000)},000 km to the nearest thousand.`,
  };
}

function judgeRights({ rights_events, rights_events_linked, indicator_series }: Evidence): Judgement {
  return {
    verdict: 'not-testable',
    numbers: [
      plain('Recorded rights events', rights_events),
      plain('Of these connected with China by a source', rights_events_linked),
      plain('Series of rights indicators', indicator_series),
    ],
    reason:
      'The events are a small selection and the indicators move for many reasons; no record here can show that one thing follows from another.',
  };
}

/** The claims about what surrounds the programs. */
export const contextClaims: readonly Claim[] = [
  {
    id: 'partnerships',
    claim: 'All five states reached a comprehensive strategic partnership in the early 2010s.',
    tested_by: 'partnerships',
    rule: 'Supported if every state has a record of that level or a higher one by the end of 2014; contradicted if a state has a lower level then and a later dated step to it; partly if some states reached it and nothing is recorded of the others.',
    judge: judgePartnerships,
  },
  {
    id: 'adoption',
    claim: 'Governments of the region adopt surveillance practices.',
    tested_by: 'adoptions',
    rule: 'Supported if most states have a recorded system of a Chinese supplier in use or being built; partly if at least one state has; not testable without records.',
    judge: judgeAdoption,
  },
  {
    id: 'border',
    claim: 'China and the region share a border of about 3,000 km.',
    tested_by: 'borders',
    rule: 'Supported if the sum of the reference lengths is 3,000 km to the nearest thousand, else contradicted.',
    judge: judgeBorder,
  },
  {
    id: 'rights',
    claim: 'New problems of security and rights follow.',
    tested_by: 'indicators',
    rule: 'Never more than not testable: the records can show what happened and when, not what followed from what.',
    judge: judgeRights,
  },
];
