import { isKnown } from '@govexport/schema/vocabularies';
import type { Reason } from '../estimate.ts';
import { hillNumber } from '../numeric/hill-numbers.ts';
import { holmAdjusted } from '../numeric/holm.ts';
import type { PermutationOptions } from '../numeric/permutation.ts';
import { expectedKinds, rarefy } from '../numeric/rarefaction.ts';
import { richnessTest, type NamingUnits } from '../numeric/richness-test.ts';
import type { KindScope, ScopeResult } from '../results/relations.ts';
import { all, each, map, type Plan } from '../query/plan.ts';
import type { Key, Scalar, Where } from '../query/query.ts';
import { programsWhere } from './filter-where.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { itemsOf, tally, tallyPairs, total, type Pair } from './tallies.ts';

export type { KindScope, ScopeResult };

/** Most points of an accumulation curve. */
const CURVE_POINTS = 40;

/** The kinds of which a wider scope has more, and all that a program names of each. */
export const scopeKinds = {
  sector: { field: 'sector' },
  host_institution: { field: 'host_institution' },
  recipient_agency: { list: 'recipient_agencies.name' },
  topic: { list: 'topics' },
} as const satisfies Record<string, Key>;

/** Name of what is counted. */
export type ScopeKind = keyof typeof scopeKinds;

/** Names of what is counted, in the order of tables. */
export const scopeKindNames = Object.keys(scopeKinds) as [ScopeKind, ...ScopeKind[]];

/** Input of the statistic `scope`, with every default filled in. */
export interface ScopeInput extends Filter, PermutationOptions {
  readonly level: number;
  readonly split: number | null;
}

/** Mentions of each value in each period, and the first year of each. */
export interface KindCounts {
  readonly kind: ScopeKind;
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly all: readonly number[];
  readonly first_years: readonly { value: string; year: number }[];
  /** Programs of each period by all that they name, as places in `first_years`. */
  readonly programs: readonly NamingUnits[];
}

/** Programs of both periods, and the mentions of every kind in them. */
export interface ScopeCounts {
  readonly years: readonly number[];
  readonly split: number;
  readonly early: number;
  readonly late: number;
  readonly kinds: readonly KindCounts[];
}

/** Counts the mentions of every kind before and from the split on; without one, the middle of the years is it. */
export function planScope(input: Omit<ScopeInput, keyof PermutationOptions | 'level'>): Plan<ScopeCounts> {
  const years = yearsOf(input);
  const split = input.split ?? (years[0] ?? 0) + Math.floor(years.length / 2);
  const where = programsWhere(input);
  const plans = all({
    programs: tally<number>('programs', where, { field: 'year' }),
    kinds: each(scopeKindNames.map((kind) => planMentions(kind, where, split))),
  });
  return map(plans, ({ programs, kinds }) => {
    const early = total([...programs].map(([year, count]) => (year < split ? count : 0)));
    return { years, split, early, late: total(programs.values()) - early, kinds };
  });
}

function planMentions(kind: ScopeKind, where: Where, split: number): Plan<KindCounts> {
  const key: Key = scopeKinds[kind];
  const valuesOf = (named: Scalar): readonly string[] => {
    if ('list' in key) return [...new Set(itemsOf(named as string))];
    return isKnown(named) ? [named as string] : [];
  };
  return map(tallyPairs<Scalar, number>({ table: 'programs', where }, key, { field: 'year' }), (pairs) =>
    mentionsOf(
      kind,
      pairs.map((pair) => ({ ...pair, first: valuesOf(pair.first) })),
      split,
    ),
  );
}

/** What programs of a year name, and how many programs do. */
type Naming = Omit<Pair<never, number>, 'first'> & { readonly first: readonly string[] };

function mentionsOf(kind: ScopeKind, pairs: readonly Naming[], split: number): KindCounts {
  const namings = new Map<string, { named: readonly string[]; early: number; late: number }>();
  const counts = new Map<string, { early: number; late: number; year: number }>();
  for (const { first: named, second: year, count } of pairs) {
    const period = year < split ? 'early' : 'late';
    const naming = namings.get(named.join('\n')) ?? { named, early: 0, late: 0 };
    naming[period] += count;
    if (named.length > 0) namings.set(named.join('\n'), naming);
    for (const value of named) {
      const seen = counts.get(value) ?? { early: 0, late: 0, year };
      seen[period] += count;
      seen.year = Math.min(seen.year, year);
      counts.set(value, seen);
    }
  }
  const found = [...counts].sort(([a, { year: x }], [b, { year: y }]) => x - y || (a < b ? -1 : 1));
  const places = new Map(found.map(([value], place) => [value, place]));
  const inOrder = [...namings].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind,
    early: found.map(([, { early }]) => early).filter(Boolean),
    late: found.map(([, { late }]) => late).filter(Boolean),
    all: found.map(([, { early, late }]) => early + late),
    first_years: found.map(([value, { year }]) => ({ value, year })),
    programs: inOrder.map(([, { named, early, late }]) => ({
      kinds: named.map((value) => places.get(value) ?? 0),
      ...{ early, late },
    })),
  };
}

/** The scope of both periods, of every kind. */
export function inferScope(
  { years, split, early, late, kinds }: ScopeCounts,
  options: PermutationOptions,
): ScopeResult {
  const n = early + late;
  const [from = 0, to = 0] = [years[0], years.at(-1)];
  const reason = years.length === 0 ? 'no-years' : n === 0 ? 'no-records' : null;
  const periods: ScopeResult['periods'] = [
    { period: 'early', from, to: split - 1, programs: early },
    { period: 'late', from: split, to, programs: late },
  ];
  return {
    n,
    periods: periods.filter((period) => period.from <= period.to && years.length > 0),
    kinds: adjusted(kinds.map((counts) => inferKind(counts, reason, options))),
  };
}

/** Adjusts the p values of the kinds that are tested for their number. */
function adjusted(kinds: readonly KindScope[]): KindScope[] {
  const holm = holmAdjusted(kinds.map(({ difference }) => difference.p_value));
  return kinds.map((kind, index) =>
    kind.difference.p_value === null ? kind : { ...kind, difference: { ...kind.difference, p_holm: holm[index] ?? 1 } },
  );
}

/** Hill numbers of both periods, and the richness that each would show at the size of the smaller one. */
function inferKind(
  { kind, early, late, all, first_years, programs }: KindCounts,
  required: Reason | null,
  options: PermutationOptions,
): KindScope {
  const size = Math.min(total(early), total(late));
  const refusal = { p_value: null, reason: required ?? ('empty-period' as const), n: 0, required: 1 };
  const test = richnessTest(programs, options);
  const period = (name: 'early' | 'late', counts: readonly number[]): KindScope['periods'][number] => ({
    period: name,
    mentions: total(counts),
    distinct: counts.length,
    hill_1: hillNumber(counts, 1),
    hill_2: hillNumber(counts, 2),
    rarefied: size > 0 ? rarefy(counts, size) : null,
  });
  return {
    kind,
    rarefied_to: size > 0 ? size : refusal,
    difference:
      test === null
        ? refusal
        : {
            ...{ p_value: test.p_value, p_holm: test.p_value, estimate: test.difference },
            permutations: options.permutations,
          },
    periods: [period('early', early), period('late', late)],
    first_years: [...first_years],
    curve: curveSizes(total(all)).map((mentions) => ({ mentions, expected: expectedKinds(all, mentions) })),
  };
}

/** Every size up to the number of mentions, or so many of them evenly spread. */
function curveSizes(mentions: number): number[] {
  const points = Math.min(mentions, CURVE_POINTS);
  return Array.from({ length: points }, (_, index) => Math.round(((index + 1) * mentions) / points));
}
