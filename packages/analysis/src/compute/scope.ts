import type { Dataset } from '@govexport/schema';
import { isKnown } from '@govexport/schema/vocabularies';
import type { Reason } from '../estimate.ts';
import { hillNumber } from '../numeric/hill-numbers.ts';
import { countPairs } from '../columns/counts.ts';
import type { ColumnName } from '../columns/program-columns.ts';
import { holmAdjusted } from '../numeric/holm.ts';
import type { PermutationOptions } from '../numeric/permutation.ts';
import { expectedKinds, rarefy } from '../numeric/rarefaction.ts';
import { richnessTest, type NamingUnits } from '../numeric/richness-test.ts';
import type { KindScope, ScopeResult } from '../results/relations.ts';
import { countWhere } from './count-programs.ts';
import type { Filter } from './resolve-filter.ts';
import { select, yearsOf, type FrozenProgram, type Selection } from './select-programs.ts';

export type { KindScope, ScopeResult };

/** Most points of an accumulation curve. */
const CURVE_POINTS = 40;

/** The kinds of which a wider scope has more, and how a program names them. */
export const scopeKinds = {
  sector: { field: 'sector', values: ({ sector }) => (isKnown(sector) ? [sector] : []) },
  host_institution: {
    field: 'host_institution',
    values: ({ host_institution }) => (host_institution === null ? [] : [host_institution]),
  },
  recipient_agency: {
    field: 'recipient_agencies',
    values: ({ recipient_agencies }) => [...new Set(recipient_agencies.map(({ name }) => name))],
  },
  topic: { field: 'topics', values: ({ topics }) => topics },
} as const satisfies Record<string, { field: ColumnName; values: (program: FrozenProgram) => readonly string[] }>;

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
export function tabulateScope(selection: Selection, input: Pick<ScopeInput, 'from' | 'to' | 'split'>): ScopeCounts {
  const years = yearsOf(input);
  const split = input.split ?? (years[0] ?? 0) + Math.floor(years.length / 2);
  return {
    years,
    split,
    early: countWhere(selection, 'year', ({ year }) => year < split),
    late: countWhere(selection, 'year', ({ year }) => year >= split),
    kinds: scopeKindNames.map((kind) => mentionsOf(kind, selection, split)),
  };
}

function mentionsOf(kind: ScopeKind, { columns, rows }: Selection, split: number): KindCounts {
  const { field, values } = scopeKinds[kind];
  const namings = new Map<string, { named: readonly string[]; early: number; late: number }>();
  const counts = new Map<string, { early: number; late: number; year: number }>();
  for (const { first, second, count } of countPairs(columns.column(field), columns.column('year'), rows)) {
    const period = second.year < split ? 'early' : 'late';
    const named = values(first);
    const naming = namings.get(named.join('\n')) ?? { named, early: 0, late: 0 };
    naming[period] += count;
    if (named.length > 0) namings.set(named.join('\n'), naming);
    for (const value of named) {
      const seen = counts.get(value) ?? { early: 0, late: 0, year: second.year };
      seen[period] += count;
      seen.year = Math.min(seen.year, second.year);
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
  const tested = kinds.flatMap(({ difference }) => (difference.p_value === null ? [] : [difference.p_value]));
  const holm = holmAdjusted(tested);
  return kinds.map((kind) =>
    kind.difference.p_value === null
      ? kind
      : { ...kind, difference: { ...kind.difference, p_holm: holm.shift() ?? 1 } },
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

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Whether the programs in scope concern more kinds of things in the later period than in the earlier one.
 *
 * @example
 * computeScope(dataset, { ...input, split: null, seed: 2022, permutations: 9999 }).kinds[0]?.periods; // sectors of the two halves of the years
 */
export function computeScope(dataset: Dataset, input: ScopeInput): ScopeResult {
  return inferScope(tabulateScope(select(dataset, input), input), input);
}
