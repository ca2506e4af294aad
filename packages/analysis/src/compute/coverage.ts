import type { Dataset } from '@govexport/schema';
import { countPairs } from '../columns/counts.ts';
import { compilersOf } from '../columns/program-columns.ts';
import type { Estimate } from '../estimate.ts';
import { chao1 } from '../numeric/chao1.ts';
import type { CoverageResult } from '../results/evidence.ts';
import { countField } from './count-programs.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { select, yearsOf, type Selection } from './select-programs.ts';
import { exactShare } from './share.ts';

export type { CoverageResult };

/** Fewest programs found by exactly two compilers for which the estimate of unseen programs is made. */
const FEWEST_DOUBLETONS = 5;

/** Input of the statistic `coverage`, with every default filled in. */
export interface CoverageInput extends Filter {
  readonly level: number;
  readonly independent_compilers: boolean;
}

type Source = Dataset['sources'][number];

/** Programs that cite the same sources. */
interface Cited {
  readonly sources: readonly Source[];
  readonly programs: number;
}

/** Counts of coverage, before any interval. */
export interface CoverageCounts extends Omit<CoverageResult, 'two_or_more' | 'unseen'> {
  readonly several_sources: number;
}

/** Counts the programs and the sources they cite by year, language and publisher, and the compilers who found them. */
export function tabulateCoverage(
  selection: Selection,
  sources: readonly Source[],
  range: Pick<Filter, 'from' | 'to'>,
): CoverageCounts {
  const { cited, years } = citedByYear(selection, sources);
  const found = countField(selection, 'codings').map(({ example, count }) => ({ names: compilersOf(example), count }));
  const per_program = distribution(cited.map((row) => [row.sources.length, row.programs]));
  return {
    n: programsOf(cited),
    sources: distinct(cited),
    several_sources: programsOf(cited.filter((row) => row.sources.length > 1)),
    years: yearsOf(range).map((year) => yearOf(year, years.get(year) ?? [])),
    languages: rowsBy(cited, ({ language }) => language),
    publisher_types: rowsBy(cited, ({ publisher_type }) => publisher_type),
    sources_per_program: per_program.map(([number, programs]) => ({ sources: number, programs })),
    compilers: new Set(found.flatMap(({ names }) => names)).size,
    compilers_per_program: distribution(found.map(({ names, count }) => [names.length, count])).map(
      ([compilers, programs]) => ({ compilers, programs }),
    ),
  };
}

/** The cited sources, in all and of each year. */
function citedByYear({ columns, rows }: Selection, sources: readonly Source[]) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const cited: Cited[] = [];
  const years = new Map<number, Cited[]>();
  for (const { first, second, count } of countPairs(columns.column('sources'), columns.column('year'), rows)) {
    const row = { sources: first.sources.flatMap((id) => byId.get(id) ?? []), programs: count };
    const ofYear = years.get(second.year) ?? [];
    ofYear.push(row);
    cited.push(row);
    years.set(second.year, ofYear);
  }
  return { cited, years };
}

/** Adds the share with several sources; asks for unseen programs only where the conditions of the estimate hold. */
export function inferCoverage(counts: CoverageCounts, input: CoverageInput): CoverageResult {
  const { n, sources, several_sources, ...others } = counts;
  const { compilers, compilers_per_program } = others;
  const found = new Map(compilers_per_program.map((row) => [row.compilers, row.programs]));
  return {
    n,
    sources,
    two_or_more: exactShare(several_sources, n, { level: input.level, n }),
    ...others,
    unseen: unseen(found, { ...input, n, compilers }),
  };
}

function yearOf(year: number, cited: readonly Cited[]): CoverageResult['years'][number] {
  const bySources = (valueOf: (source: Source) => string) =>
    rowsBy(cited, valueOf).map(({ value, sources }) => ({ value, sources }));
  return {
    year,
    programs: programsOf(cited),
    sources: distinct(cited),
    languages: bySources(({ language }) => language),
    publisher_types: bySources(({ publisher_type }) => publisher_type),
  };
}

function programsOf(cited: readonly Cited[]): number {
  return cited.reduce((sum, { programs }) => sum + programs, 0);
}

function distinct(cited: readonly Cited[]): number {
  return new Set(cited.flatMap(({ sources }) => sources.map(({ id }) => id))).size;
}

function rowsBy(cited: readonly Cited[], valueOf: (source: Source) => string): CoverageResult['languages'][number][] {
  const values = new Map<string, { programs: number; ids: Set<string> }>();
  for (const { sources, programs } of cited) {
    for (const source of sources) {
      const value = valueOf(source);
      const row = values.get(value) ?? { programs: 0, ids: new Set() };
      values.set(value, row);
      row.ids.add(source.id);
    }
    for (const value of new Set(sources.map(valueOf))) {
      const row = values.get(value);
      if (row !== undefined) row.programs += programs;
    }
  }
  const rows = [...values].map(([value, { programs, ids }]) => ({ value, programs, sources: ids.size }));
  return rows.sort((a, b) => b.sources - a.sources || (a.value < b.value ? -1 : 1));
}

/** How many programs have each number, by size. */
function distribution(numbers: readonly (readonly [number: number, programs: number])[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const [number, programs] of numbers) counts.set(number, (counts.get(number) ?? 0) + programs);
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
  return inferCoverage(tabulateCoverage(select(dataset, input), dataset.sources, input), input);
}
