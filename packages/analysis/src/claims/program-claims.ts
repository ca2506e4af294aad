import type { KindScope } from '../compute/scope.ts';
import { counted, estimateWords, decimals, percent, pValue } from '../words.ts';
import { estimateCells } from '../table.ts';
import type { Estimate } from '../estimate.ts';
import { articleCount, articleSentence } from '../article.ts';
import { plain, type Claim, type ClaimNumber, type Evidence, type Judgement, type Verdict } from './claim.ts';

function withInterval(label: string, estimate: Estimate): ClaimNumber {
  const { estimate: value, low, high } = estimateCells(estimate);
  return { label, estimate: value as number | null, low: low as number | null, high: high as number | null };
}

function judgeSize({ overview: { n }, recommended }: Evidence): Judgement {
  const verdict: Verdict =
    recommended >= articleCount
      ? 'supported'
      : 2 * n >= articleCount
        ? 'partly'
        : n === 0
          ? 'not-testable'
          : 'not-supported';
  return {
    verdict,
    numbers: [
      plain('Programs in the scope of the article', n),
      plain('Of these recommended for aggregates', recommended),
    ],
    reason: `The records hold ${counted(n, 'program')} in this scope, ${recommended} of them recommended for aggregates. ${articleSentence} A program that is not here may well have been held.`,
  };
}

function judgeFrequency({ trend, level }: Evidence): Judgement {
  const { headline: ratio } = trend.rate_ratio;
  const { p_value: p } = trend.slope_test;
  const numbers = [
    withInterval('Rate ratio per year', ratio),
    plain('Permutation p value of the slope', p),
    plain('Pearson dispersion', trend.dispersion?.estimate ?? null),
  ];
  if (!('level' in ratio) || p === null) {
    return { verdict: 'not-testable', numbers, reason: `The trend is ${estimateWords(ratio, decimals)}.` };
  }
  return {
    verdict: directionOf(ratio, p < 1 - level),
    numbers,
    reason: `Rate ratio per year ${estimateWords(ratio, (value) => decimals(value, 3))}; permutation p ${pValue(p)}. Pages of the early years are thinner, so a rise of the records need not be one of the programs.`,
  };
}

type Interval = Extract<Estimate, { level: number }>;

/** Both the interval and the test, one of the two, or neither has to show a rise; both have to show a fall. */
function directionOf({ estimate, low, high }: Interval, tested: boolean): Verdict {
  const above = low !== null && low > 1;
  const rises = tested && (estimate ?? 0) > 1;
  if (above || rises) return above && rises ? 'supported' : 'partly';
  return tested && high !== null && high < 1 ? 'contradicted' : 'not-supported';
}

/** Whether the late period names more or fewer kinds, by the adjusted p value; null where it is not tested. */
function widening({ difference }: KindScope, level: number): 'wider' | 'narrower' | 'alike' | null {
  if (difference.p_value === null) return null;
  if (difference.p_holm >= 1 - level) return 'alike';
  return difference.estimate > 0 ? 'wider' : 'narrower';
}

function judgeScope({ scope: { kinds }, level }: Evidence): Judgement {
  const compared = kinds.filter(({ kind }) => kind === 'sector' || kind === 'host_institution');
  const outcomes = compared.map((kind) => widening(kind, level));
  const count = (outcome: string): number => outcomes.filter((found) => found === outcome).length;
  const [wider, narrower] = [count('wider'), count('narrower')];
  const testable = outcomes.filter((found) => found !== null).length;
  const verdict: Verdict =
    testable === 0
      ? 'not-testable'
      : wider === 2
        ? 'supported'
        : wider === 1
          ? 'partly'
          : narrower > 0
            ? 'contradicted'
            : 'not-supported';
  const numbers = compared.flatMap(({ kind, periods, difference }) => {
    const name = kind === 'sector' ? 'Sectors' : 'Host institutions';
    const [gain, p] = difference.p_value === null ? [null, null] : [difference.estimate, difference.p_holm];
    return [
      ...periods.flatMap(({ period, distinct, rarefied }) => [
        plain(`${name}, ${period} period`, distinct),
        plain(`${name}, ${period} period, rarefied`, rarefied?.expected ?? null),
      ]),
      plain(`${name}, late less early period, rarefied`, gain),
      plain(`${name}, p value, Holm`, p),
    ];
  });
  const outcome =
    testable === 0
      ? 'One of the periods names no sector and no host, so nothing can be compared at equal size.'
      : `Compared at the size of the smaller period, ${wider} of ${testable} are wider and ${narrower} narrower by more than chance explains that moves programs between the periods. Which pages could be read differs between the periods.`;
  return { verdict, numbers, reason: outcome };
}

function judgeSecurity({ shares: { security_related: share } }: Evidence): Judgement {
  const { yes, no, unknown, n, clopper_pearson: known } = share;
  const most = n === 0 ? null : (yes + unknown + articleCount) / (n + articleCount);
  const numbers = [
    withInterval('Share among known values', known),
    withInterval('Share if every unknown were yes', share.if_unknown_are_yes),
    plain(`Share if also ${articleCount} programs that are not here were yes`, most),
  ];
  if (!('level' in known) || known.estimate === null || most === null) {
    return { verdict: 'not-testable', numbers, reason: 'The sources tell the content of no program in this scope.' };
  }
  const majority = known.low !== null && known.low > 0.5;
  const verdict: Verdict = majority
    ? 'supported'
    : known.estimate > 0.5
      ? 'partly'
      : most < 0.5
        ? 'contradicted'
        : 'not-supported';
  return {
    verdict,
    numbers,
    reason: `${yes} of ${yes + no} programs with known content are security-related, ${estimateWords(known, percent)}; ${unknown} are unknown. Security courses are thin in the pages that could be read. Which of the article’s programs are here is not known: with every unknown one and ${articleCount} others counted as security, the share would be ${percent(most)}.`,
  };
}

function judgeTechnology({ shares, technology_of_security: secure }: Evidence): Judgement {
  const { technology_component: technology, equipment_transfer: equipment } = shares;
  const numbers = [
    withInterval('Technology component, share of known', technology.clopper_pearson),
    withInterval('Equipment transfer, share of known', equipment.clopper_pearson),
    plain('Equipment transfer unknown', equipment.unknown),
    plain('Security-related programs with a technology component', secure.yes),
    plain('Security-related programs whose technology is known', secure.yes + secure.no),
  ];
  const seen = [technology, equipment].filter(({ yes }) => yes > 0).length;
  const known = [technology, equipment].filter(({ yes, no }) => yes + no > 0).length;
  const verdict: Verdict =
    seen === 2 ? 'supported' : seen === 1 ? 'partly' : known === 0 ? 'not-testable' : 'not-supported';
  return {
    verdict,
    numbers,
    reason: `A technology component is recorded for ${technology.yes} programs (${technology.no} without, ${technology.unknown} unknown), an equipment transfer for ${equipment.yes} (${equipment.no} without, ${equipment.unknown} unknown); silence of the sources is not a no. Of the security-related programs ${secure.yes} of ${secure.yes + secure.no} with a known value have a technology component.`,
  };
}

/** The claims about programs, tested in the scope of the article: in China, 2007 to 2020. */
export const programClaims: readonly Claim[] = [
  {
    id: 'size',
    claim: '59 training programs were held in China from 2007 to 2020.',
    tested_by: 'overview',
    rule: 'Supported with 59 or more programs in this scope that are recommended for aggregates, partly with at least half as many of any kind; never contradicted, because a missing record does not show that there was no program.',
    judge: judgeSize,
  },
  {
    id: 'frequency',
    claim: 'The number of programs a year rose rapidly.',
    tested_by: 'trend',
    rule: 'Supported if the interval of the rate ratio per year lies above 1 and the permutation test of the slope finds a rise; partly if one of the two; contradicted if the interval lies below 1 and the test finds a fall.',
    judge: judgeFrequency,
  },
  {
    id: 'scope',
    claim: 'The programs became broader in scope.',
    tested_by: 'scope',
    rule: 'Supported if the late half has more sectors and more host institutions than the early half at equal size, each by a permutation test that moves programs between the halves, adjusted for the kinds tested (Holm); partly if one of the two; contradicted if neither, and one is narrower by that test.',
    judge: judgeScope,
  },
  {
    id: 'security',
    claim: 'Most programs concerned security management.',
    tested_by: 'share',
    rule: 'Supported if the interval of the known share lies above one half; partly if only the estimate does; contradicted only if the share stays below one half with every unknown program, and 59 that may be missing here, counted as security.',
    judge: judgeSecurity,
  },
  {
    id: 'technology',
    claim: 'The programs involved technology and transfers of equipment.',
    tested_by: 'share',
    rule: 'Supported if at least one program with a technology component and one with an equipment transfer are recorded; partly if one of the two; not testable if the sources tell neither of any program.',
    judge: judgeTechnology,
  },
];
