import type { Estimate } from '../estimate.ts';
import { unseenMembers } from '../numeric/closed-population.ts';
import type { CoverageResult } from '../results/evidence.ts';
import { all, count, map, type Plan } from '../query/plan.ts';
import { everything, type Scalar } from '../query/query.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { exactShare } from './share.ts';
import { addUp, itemsOf, tally, tallyPairs, total, type Counted } from './tallies.ts';

export type { CoverageResult };

/** Fewest programs found by two or more compilers for which the estimate of unseen programs is made. */
const FEWEST_FOUND_TWICE = 5;

/** Input of the statistic `coverage`, with every default filled in. */
export interface CoverageInput extends Filter {
  readonly level: number;
  readonly independent_compilers: boolean;
}

/** What is told of sources. */
type Property = 'language' | 'publisher_type';
type Source = Readonly<Record<Property, string>>;

/** Counts of coverage, before any interval. */
export interface CoverageCounts extends Omit<CoverageResult, 'two_or_more' | 'unseen'> {
  readonly several_sources: number;
  /** Programs that each compiler found. */
  readonly found: readonly number[];
}

/** Counts the programs and the sources they cite by year, language and publisher, and the compilers who found them. */
export function planCoverage(input: Filter): Plan<CoverageCounts> {
  const where = programsWhere(input);
  const programs = { table: 'programs', where };
  const [source, year] = [{ each: 'sources' }, { field: 'year' }];
  const citing = (property: Property) =>
    tally<string | null>('programs', where, { each: 'sources', through: `sources.${property}` });
  const plans = all({
    programs: tally<number>('programs', where, year),
    cited: tallyPairs<string | null, number>(programs, source, year),
    sizes: tally<number>('programs', where, { size: 'sources' }),
    citing: all({ language: citing('language'), publisher_type: citing('publisher_type') }),
    sources: planSources(),
    compiled: tally<string>('programs', where, { list: 'codings', until: '-' }),
  });
  return map(plans, ({ programs: ofYear, cited, sizes, citing: programsBy, sources, compiled }) => {
    const known = cited.flatMap(({ first, second }) => {
      const found = sources.get(first);
      return found === undefined ? [] : [{ id: first, year: second, source: found }];
    });
    const different = [...new Map(known.map((one) => [one.id, one.source])).values()];
    const rows = (property: Property): CoverageResult['languages'] =>
      sourcesBy(different, property).map((row) => ({
        value: row.value,
        programs: programsBy[property].get(row.value) ?? 0,
        sources: row.sources,
      }));
    return {
      n: total(ofYear.values()),
      sources: different.length,
      several_sources: total([...sizes].map(([size, count]) => (size > 1 ? count : 0))),
      years: yearsOf(input).map((one) => {
        const inYear = known.flatMap(({ year, source }) => (year === one ? [source] : []));
        return {
          ...{ year: one, programs: ofYear.get(one) ?? 0, sources: inYear.length },
          languages: sourcesBy(inYear, 'language'),
          publisher_types: sourcesBy(inYear, 'publisher_type'),
        };
      }),
      languages: rows('language'),
      publisher_types: rows('publisher_type'),
      sources_per_program: bySize(sizes).map(([number, count]) => ({ sources: number, programs: count })),
      ...compilersOf(compiled),
    };
  });
}

/** What is told of each source, by its id. */
function planSources(): Plan<ReadonlyMap<Scalar, Source>> {
  const by = { id: { field: 'id' }, language: { field: 'language' }, publisher_type: { field: 'publisher_type' } };
  return map(count({ table: 'sources', where: everything, by }), (cells) => {
    return new Map(cells.map((cell) => [cell.by.id, cell.by as unknown as Source]));
  });
}

/** How many sources have each value of a property, the most frequent first. */
function sourcesBy(sources: readonly Source[], property: Property): { value: string; sources: number }[] {
  const counts = [...addUp(sources.map((source) => [source[property], 1]))];
  return counts
    .map(([value, count]) => ({ value, sources: count }))
    .sort((a, b) => b.sources - a.sources || (a.value < b.value ? -1 : 1));
}

/** Who compiled the codings of programs: the parts of their ids before the number. */
function compilersOf(compiled: Counted<string>): Pick<CoverageCounts, 'compilers' | 'compilers_per_program' | 'found'> {
  const programs = [...compiled].map(([names, count]) => ({ names: new Set(itemsOf(names)), count }));
  const found = addUp(programs.flatMap(({ names, count }) => [...names].map((name) => [name, count] as const)));
  return {
    found: [...found.values()],
    compilers: found.size,
    compilers_per_program: bySize(programs.map(({ names, count }) => [names.size, count])).map(
      ([compilers, number]) => ({ compilers, programs: number }),
    ),
  };
}

/** Adds the share with several sources, and the unseen programs where the conditions of their estimate hold. */
export function inferCoverage(counts: CoverageCounts, input: CoverageInput): CoverageResult {
  const { n, sources, several_sources, found, ...others } = counts;
  return {
    n,
    sources,
    two_or_more: exactShare(several_sources, n, { level: input.level, n }),
    ...others,
    unseen: unseen({ ...counts, found }, input),
  };
}

/** How many programs have each number, by size. */
function bySize(numbers: Iterable<readonly [number: number, programs: number]>): [number, number][] {
  return [...addUp(numbers)].sort(([a], [b]) => a - b);
}

/** The programs that nobody found, from those that several compilers found: an estimate and a lower bound. */
function unseen(
  { n, compilers, compilers_per_program, found }: CoverageCounts,
  { level, independent_compilers }: CoverageInput,
): Estimate {
  if (n === 0) return notComputable('no-records', 0, 1);
  if (!independent_compilers) return notComputable('compilers-not-independent', compilers, 2);
  const foundBy = (least: number): number =>
    total(compilers_per_program.map((row) => (row.compilers < least ? 0 : row.programs)));
  const twice = foundBy(2);
  if (twice < FEWEST_FOUND_TWICE) return notComputable('too-few-found-twice', twice, FEWEST_FOUND_TWICE);
  const { estimate, low } = unseenMembers({ sizes: found, observed: foundBy(1), level });
  return computed(estimate, { low, high: Infinity }, { method: 'profile-likelihood-one-sided', level });
}
