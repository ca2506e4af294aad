import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { chao1 } from '../numeric/chao1.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { selectPrograms, yearsOf, type FrozenProgram } from './select-programs.ts';
import { exactShare } from './share.ts';

/** Fewest programs found by exactly two compilers for which the estimate of unseen programs is made. */
const FEWEST_DOUBLETONS = 5;

/** Input of the statistic `coverage`, with every default filled in. */
export interface CoverageInput extends Filter {
  readonly level: number;
  readonly independent_compilers: boolean;
}

/** Programs and sources with one value, such as a language. */
export interface CoverageRow {
  value: string;
  programs: number;
  sources: number;
}

/** Programs of one year and the sources they cite. */
export interface CoverageYear {
  year: number;
  programs: number;
  sources: number;
  languages: { value: string; sources: number }[];
  publisher_types: { value: string; sources: number }[];
}

/** Result of the statistic `coverage`. */
export interface CoverageResult {
  n: number;
  sources: number;
  two_or_more: Estimate;
  years: CoverageYear[];
  languages: CoverageRow[];
  publisher_types: CoverageRow[];
  sources_per_program: { sources: number; programs: number }[];
  compilers: number;
  compilers_per_program: { compilers: number; programs: number }[];
  unseen: Estimate;
}

type Source = Dataset['sources'][number];

/** The sources that each program cites. */
export function tabulateCoverage(programs: readonly FrozenProgram[], sources: readonly Source[]) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return programs.map((program) => ({
    year: program.year,
    sources: program.sources.flatMap((id) => byId.get(id) ?? []),
    compilers: new Set(program.codings.map((id) => id.split('-')[0] ?? id)),
  }));
}

type Cited = ReturnType<typeof tabulateCoverage>[number];

/** Counts what the programs rest on; asks for unseen programs only where the conditions of the estimate hold. */
export function inferCoverage(cited: readonly Cited[], input: CoverageInput): CoverageResult {
  const n = cited.length;
  const compilers = new Set(cited.flatMap((program) => [...program.compilers])).size;
  const found = distribution(cited.map((program) => program.compilers.size));
  const severalSources = cited.filter(({ sources }) => sources.length > 1).length;
  return {
    n,
    sources: distinct(cited),
    two_or_more: exactShare(severalSources, n, { level: input.level, n }),
    years: yearsOf(input).map((year) => yearOf(year, cited)),
    languages: rowsBy(cited, ({ language }) => language),
    publisher_types: rowsBy(cited, ({ publisher_type }) => publisher_type),
    sources_per_program: distribution(cited.map(({ sources }) => sources.length)).map(([sources, programs]) => ({
      sources,
      programs,
    })),
    compilers,
    compilers_per_program: found.map(([count, programs]) => ({ compilers: count, programs })),
    unseen: unseen(new Map(found), { ...input, n, compilers }),
  };
}

function yearOf(year: number, cited: readonly Cited[]): CoverageYear {
  const ofYear = cited.filter((program) => program.year === year);
  const bySources = (valueOf: (source: Source) => string) =>
    rowsBy(ofYear, valueOf).map(({ value, sources }) => ({ value, sources }));
  return {
    year,
    programs: ofYear.length,
    sources: distinct(ofYear),
    languages: bySources(({ language }) => language),
    publisher_types: bySources(({ publisher_type }) => publisher_type),
  };
}

function distinct(cited: readonly Cited[]): number {
  return new Set(cited.flatMap(({ sources }) => sources.map(({ id }) => id))).size;
}

function rowsBy(cited: readonly Cited[], valueOf: (source: Source) => string): CoverageRow[] {
  const values = new Map<string, { programs: number; ids: Set<string> }>();
  for (const { sources } of cited) {
    for (const source of sources) {
      const value = valueOf(source);
      const row = values.get(value) ?? { programs: 0, ids: new Set() };
      values.set(value, row);
      row.ids.add(source.id);
    }
    for (const value of new Set(sources.map(valueOf))) {
      const row = values.get(value);
      if (row !== undefined) row.programs += 1;
    }
  }
  const rows = [...values].map(([value, { programs, ids }]) => ({ value, programs, sources: ids.size }));
  return rows.sort((a, b) => b.sources - a.sources || (a.value < b.value ? -1 : 1));
}

/** How often each number occurs, by size. */
function distribution(numbers: readonly number[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}

interface Compiled {
  readonly n: number;
  readonly compilers: number;
  readonly level: number;
  readonly independent_compilers: boolean;
}

/** Chao's lower bound of the programs that nobody found, from those that one and two compilers found. */
function unseen(
  found: ReadonlyMap<number, number>,
  { n, compilers, level, independent_compilers }: Compiled,
): Estimate {
  if (n === 0) return notComputable('no-records', 0, 1);
  if (!independent_compilers) return notComputable('compilers-not-independent', compilers, 2);
  const [singletons, doubletons] = [found.get(1) ?? 0, found.get(2) ?? 0];
  if (doubletons < FEWEST_DOUBLETONS) return notComputable('too-few-doubletons', doubletons, FEWEST_DOUBLETONS);
  const observed = n - (found.get(0) ?? 0);
  const finds = [...found].reduce((sum, [count, programs]) => sum + count * programs, 0);
  const { estimate, low, high } = chao1({ observed, singletons, doubletons, n: finds, level });
  const interval = { low: low - observed, high: high - observed };
  return computed(estimate - observed, interval, { method: 'chao1-log-normal', level });
}

/**
 * What the programs in scope rest on, and what can be said of programs that nobody found.
 *
 * @example
 * computeCoverage(dataset, { ...input, independent_compilers: false }).unseen; // a reason, not a number
 */
export function computeCoverage(dataset: Dataset, input: CoverageInput): CoverageResult {
  return inferCoverage(tabulateCoverage(selectPrograms(dataset, input), dataset.sources), input);
}
