import type { Estimate } from '../estimate.ts';
import type { Facts } from '../facts.ts';
import { clopperPearsonInterval, wilsonInterval } from '../numeric/binomial-interval.ts';
import { boundedShareInterval } from '../numeric/bounded-share.ts';
import { pooledShares } from '../numeric/pooled-shares.ts';
import { shareDifference } from '../numeric/share-difference.ts';
import type { ShareOfYes, ShareResult } from '../results/shares.ts';
import { all, constant, map, type Plan } from '../query/plan.ts';
import type { Where } from '../query/query.ts';
import { attributes } from '../program-fields.ts';
import { byFrequency, dimensions, keyOf, toldValue, type DimensionName } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { addUp, tally, tallyPairs, total, type Pair } from './tallies.ts';

export { attributes, type ShareOfYes, type ShareResult };

/** Name of a yes/no/unknown attribute. */
export type Attribute = (typeof attributes)[number];

/** Input of the statistic `share`, with every default filled in. */
export interface ShareInput extends Filter {
  readonly level: number;
  readonly attribute: Attribute;
  readonly by: DimensionName | null;
}

/** With fewer known values in a half the interval of the difference covers as little as 0.92. */
const FEWEST_COMPARED = 10;

/** Programs by what is known of an attribute. */
export interface ShareCounts {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
}

/** The same of both halves of the years, and of each value of a dimension. */
export interface SharesCounts {
  readonly halves: readonly (ShareCounts & { readonly years: readonly number[] })[];
  readonly groups: readonly (ShareCounts & { readonly value: string | null })[];
}

/** What is known of an attribute: null where nothing is. */
type Told = boolean | null;

/** Counts the programs for which the attribute is true, false and unknown, by halves of the years and by a dimension. */
export function planShare(
  { attribute, by, ...input }: Omit<ShareInput, 'level'>,
  { meta }: Pick<Facts, 'meta'>,
): Plan<SharesCounts> {
  const programs = { table: 'programs', where: programsWhere(input) };
  const [told, year] = [{ field: attribute }, { field: 'year' }];
  const years = yearsOf(input);
  const middle = Math.floor(years.length / 2);
  const plans = all({
    pairs: tallyPairs<Told, number>(programs, told, year),
    groups: by === null ? constant([]) : tallyPairs<Told, string | null>(programs, told, keyOf(by)),
  });
  return map(plans, ({ pairs, groups }) => ({
    halves: [years.slice(0, middle), years.slice(middle)].map((half) => {
      const [from = NaN, to = NaN] = [half[0], half.at(-1)];
      return { years: half, ...countsOf(pairs.filter(({ second }) => from <= second && second <= to)) };
    }),
    groups: by === null ? [] : groupsOf(by, groups, meta.recipients),
  }));
}

/** The groups of a dimension, the most frequent first and unknown last. */
function groupsOf(
  by: DimensionName,
  pairs: readonly Pair<Told, string | null>[],
  recipients: readonly string[],
): SharesCounts['groups'] {
  const told = pairs.map((pair) => ({ ...pair, value: toldValue(by, pair.second) }));
  const sizes = addUp(told.map(({ value, count }) => [value, count]));
  const known = new Map([...sizes].flatMap(([value, count]) => (value === null ? [] : [[value, count] as const])));
  const values = [...byFrequency(by, known, recipients), ...(sizes.has(null) ? [null] : [])];
  return values.map((value) => ({ value, ...countsOf(told.filter((pair) => pair.value === value)) }));
}

function countsOf(cells: readonly { readonly first: Told; readonly count: number }[]): ShareCounts {
  const of = (told: Told): number => total(cells.map(({ first, count }) => (first === told ? count : 0)));
  return { yes: of(true), no: of(false), unknown: of(null) };
}

/** Counts the programs that meet a condition by what is known of an attribute. */
export function planShareWhere(where: Where, attribute: Attribute): Plan<ShareCounts> {
  return map(tally<Told>('programs', where, { field: attribute }), (programs) =>
    countsOf([...programs].map(([first, count]) => ({ first, count }))),
  );
}

/**
 * Share of yes among the known values, with the exact and the score interval, and the share if every unknown value were
 * no or yes: the worst-case bounds of Manski, each with its own exact interval.
 */
export function shareOfYes({ yes, no, unknown }: ShareCounts, { level }: { readonly level: number }): ShareOfYes {
  const n = yes + no + unknown;
  const known = yes + no;
  return {
    n,
    yes,
    no,
    unknown,
    clopper_pearson: exactShare(yes, known, { level, n }),
    wilson:
      known === 0 ? missing(n) : computed(yes / known, wilsonInterval(yes, known, level), { method: 'wilson', level }),
    if_unknown_are_no: exactShare(yes, n, { level, n }),
    if_unknown_are_yes: exactShare(yes + unknown, n, { level, n }),
  };
}

/** The share, the interval that holds whatever the unknown values are, the change over the years, and that of each group. */
export function inferShare(
  { halves, groups }: SharesCounts,
  { level, by }: Pick<ShareInput, 'level' | 'by'>,
): ShareResult {
  const sum = (of: keyof ShareCounts): number => total(halves.map((half) => half[of]));
  const counts = { yes: sum('yes'), no: sum('no'), unknown: sum('unknown') };
  const trials = counts.yes + counts.no + counts.unknown;
  return {
    ...shareOfYes(counts, { level }),
    whatever_unknown:
      trials === 0
        ? null
        : { ...boundedShareInterval({ ...counts, trials, level }), level, method: 'imbens-manski-clopper-pearson' },
    halves: inferHalves(halves, level),
    multi_valued: by !== null && dimensions[by].multi_valued,
    groups: inferGroups(groups, level),
  };
}

function inferHalves(halves: SharesCounts['halves'], level: number): ShareResult['halves'] {
  const [early, late] = halves.flatMap(({ years, ...counts }) => {
    const [from, to] = [years[0], years.at(-1)];
    return from === undefined || to === undefined ? [] : [{ from, to, ...counts }];
  });
  if (early === undefined || late === undefined) return null;
  return { early, late, difference: difference(early, late, level) };
}

function difference(early: ShareCounts, late: ShareCounts, level: number): Estimate {
  const [trials_a, trials_b] = [late.yes + late.no, early.yes + early.no];
  const fewest = Math.min(trials_a, trials_b);
  if (fewest < FEWEST_COMPARED) return notComputable('too-few-records', fewest, FEWEST_COMPARED);
  const counts = { successes_a: late.yes, trials_a, successes_b: early.yes, trials_b };
  const { estimate, interval } = shareDifference({ ...counts, level });
  return computed(estimate, interval, { method: 'newcombe', level });
}

/** Adds the share of each group, and partial pooling among those whose value and share are known. */
function inferGroups(groups: SharesCounts['groups'], level: number): ShareResult['groups'] {
  const pooling = groups.filter(({ value, yes, no }) => value !== null && yes + no > 0);
  const pooled = pooledShares(
    pooling.map(({ yes }) => yes),
    pooling.map(({ yes, no }) => yes + no),
  );
  return groups.map((group) => ({
    ...group,
    share: exactShare(group.yes, group.yes + group.no, { level, n: group.yes + group.no + group.unknown }),
    pooled: pooled?.shares[pooling.indexOf(group)] ?? null,
  }));
}

/** A share with its Clopper-Pearson interval, or why there is none. `n` counts the programs in scope. */
export function exactShare(part: number, whole: number, { level, n }: { level: number; n: number }): Estimate {
  if (whole === 0) return missing(n);
  return computed(part / whole, clopperPearsonInterval(part, whole, level), { method: 'clopper-pearson', level });
}

function missing(n: number): Estimate {
  return notComputable(n === 0 ? 'no-records' : 'no-known-values', 0, 1);
}
