import type { Dataset } from '@govexport/schema';
import type { NotTested, Reason } from '../estimate.ts';
import { hillNumber } from '../numeric/hill-numbers.ts';
import { rarefy } from '../numeric/rarefaction.ts';
import type { Filter } from './resolve-filter.ts';
import { selectPrograms, yearsOf, type FrozenProgram } from './select-programs.ts';

/** Most points of an accumulation curve. */
const CURVE_POINTS = 40;

/** The kinds of which a wider scope has more, and how a program names them. */
export const scopeKinds = {
  sector: ({ sector }) => (sector === 'unknown' ? [] : [sector]),
  host_institution: ({ host_institution }) => (host_institution === null ? [] : [host_institution]),
  recipient_agency: ({ recipient_agencies }) => [...new Set(recipient_agencies.map(({ name }) => name))],
  topic: ({ topics }) => topics,
} as const satisfies Record<string, (program: FrozenProgram) => readonly string[]>;

/** Name of what is counted. */
export type ScopeKind = keyof typeof scopeKinds;

/** Names of what is counted, in the order of tables. */
export const scopeKindNames = Object.keys(scopeKinds) as [ScopeKind, ...ScopeKind[]];

/** Input of the statistic `scope`, with every default filled in. */
export interface ScopeInput extends Filter {
  readonly level: number;
  readonly split: number | null;
}

/** One of the two periods. */
export interface ScopePeriod {
  period: 'early' | 'late';
  from: number;
  to: number;
  programs: number;
}

/** How many kinds a period names. A program that names several counts once for each. */
export interface PeriodScope {
  period: 'early' | 'late';
  mentions: number;
  distinct: number;
  hill_1: number | null;
  hill_2: number | null;
  rarefied: { expected: number; standard_deviation: number } | null;
}

/** The scope of one kind in both periods. */
export interface KindScope {
  kind: ScopeKind;
  rarefied_to: number | NotTested;
  periods: PeriodScope[];
  first_years: { value: string; year: number }[];
  curve: { mentions: number; expected: number }[];
}

/** Result of the statistic `scope`. */
export interface ScopeResult {
  n: number;
  periods: ScopePeriod[];
  kinds: KindScope[];
}

/** Mentions of each value in each period, and the first year of each. */
export interface KindCounts {
  readonly kind: ScopeKind;
  readonly early: readonly number[];
  readonly late: readonly number[];
  readonly all: readonly number[];
  readonly first_years: readonly { value: string; year: number }[];
}

/** Counts the mentions of every kind before and from the split on. */
export function tabulateScope(programs: readonly FrozenProgram[], split: number): KindCounts[] {
  return scopeKindNames.map((kind) => {
    const counts = new Map<string, { early: number; late: number; year: number }>();
    for (const program of programs) {
      const half = program.year < split ? 'early' : 'late';
      for (const value of scopeKinds[kind](program)) {
        const seen = counts.get(value) ?? { early: 0, late: 0, year: program.year };
        seen[half] += 1;
        seen.year = Math.min(seen.year, program.year);
        counts.set(value, seen);
      }
    }
    const rows = [...counts].sort(([a, { year: x }], [b, { year: y }]) => x - y || (a < b ? -1 : 1));
    return {
      kind,
      early: rows.map(([, { early }]) => early).filter(Boolean),
      late: rows.map(([, { late }]) => late).filter(Boolean),
      all: rows.map(([, { early, late }]) => early + late),
      first_years: rows.map(([value, { year }]) => ({ value, year })),
    };
  });
}

/** Hill numbers of both periods, and the richness that each would show at the size of the smaller one. */
export function inferScope({ kind, early, late, all, first_years }: KindCounts, required: Reason | null): KindScope {
  const size = Math.min(total(early), total(late));
  const rarefied_to =
    size > 0 ? size : { p_value: null, reason: required ?? ('empty-period' as const), n: 0, required: 1 };
  const period = (name: 'early' | 'late', counts: readonly number[]): PeriodScope => ({
    period: name,
    mentions: total(counts),
    distinct: counts.length,
    hill_1: hillNumber(counts, 1),
    hill_2: hillNumber(counts, 2),
    rarefied: size > 0 ? rarefy(counts, size) : null,
  });
  return {
    kind,
    rarefied_to,
    periods: [period('early', early), period('late', late)],
    first_years: [...first_years],
    curve: curveSizes(total(all)).map((mentions) => ({ mentions, expected: rarefy(all, mentions).expected })),
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
 * computeScope(dataset, { ...input, split: null }).kinds[0]?.periods; // sectors of the two halves of the years
 */
export function computeScope(dataset: Dataset, input: ScopeInput): ScopeResult {
  const programs = selectPrograms(dataset, input);
  const years = yearsOf(input);
  const [from = 0] = years;
  const to = years.at(-1) ?? 0;
  const split = input.split ?? from + Math.floor(years.length / 2);
  const reason = years.length === 0 ? 'no-years' : programs.length === 0 ? 'no-records' : null;
  const early = programs.filter(({ year }) => year < split).length;
  const periods: ScopePeriod[] = [
    { period: 'early', from, to: split - 1, programs: early },
    { period: 'late', from: split, to, programs: programs.length - early },
  ];
  return {
    n: programs.length,
    periods: periods.filter((period) => period.from <= period.to && years.length > 0),
    kinds: tabulateScope(programs, split).map((counts) => inferScope(counts, reason)),
  };
}
