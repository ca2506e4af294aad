import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import { poissonInterval } from '../numeric/poisson-interval.ts';
import { byFrequency, countValues, dimensions, type DimensionName } from './dimensions.ts';
import { computed, finiteOrNull, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { selectPrograms, yearsOf, type FrozenProgram } from './select-programs.ts';

/** Input of the statistic `frequency`, with every default filled in. */
export interface FrequencyInput extends Filter {
  readonly level: number;
  readonly by: DimensionName | null;
}

/** Programs a year: in all and for each value of a dimension. */
export interface FrequencyCounts {
  readonly years: readonly number[];
  readonly total: readonly number[];
  /** `value` is null for the programs whose value is unknown. */
  readonly groups: readonly { readonly value: string | null; readonly counts: readonly number[] }[];
}

/** The count of one year with its exact interval. `high` is null where it is unbounded. */
export interface YearCount {
  year: number;
  count: number;
  low: number;
  high: number | null;
}

/** Programs a year of one group. */
export interface FrequencySeries {
  n: number;
  rate: Estimate;
  years: YearCount[];
}

/** Result of the statistic `frequency`. */
export interface FrequencyResult {
  n: number;
  first_year: number | null;
  last_year: number | null;
  multi_valued: boolean;
  total: FrequencySeries;
  /** `value` is null for the programs whose value is unknown. */
  groups: ({ value: string | null } & FrequencySeries)[];
}

/** Programs in each of the years, zeros included. */
export function countByYear(programs: readonly FrozenProgram[], years: readonly number[]): number[] {
  const [first = 0] = years;
  const counts = years.map(() => 0);
  for (const { year } of programs) {
    const place = year - first;
    if (place >= 0 && place < counts.length) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** Counts the programs of each year, in all and by the chosen dimension. */
export function tabulateFrequency(programs: readonly FrozenProgram[], input: FrequencyInput): FrequencyCounts {
  const years = yearsOf(input);
  return { years, total: countByYear(programs, years), groups: groupsBy(programs, years, input.by) };
}

function groupsBy(programs: readonly FrozenProgram[], years: readonly number[], by: DimensionName | null) {
  if (by === null) return [];
  const { values } = dimensions[by];
  const { counts, unknown } = countValues(programs, by);
  const present = byFrequency(by, counts).filter((value) => counts.get(value) !== 0);
  const groups: FrequencyCounts['groups'][number][] = present.map((value) => ({
    value,
    counts: countByYear(
      programs.filter((program) => values(program).includes(value)),
      years,
    ),
  }));
  if (unknown === 0) return groups;
  const silent = programs.filter((program) => values(program).length === 0);
  return [...groups, { value: null, counts: countByYear(silent, years) }];
}

/** Adds the exact interval of each count and the mean rate a year. */
export function inferFrequency({ years, total, groups }: FrequencyCounts, input: FrequencyInput): FrequencyResult {
  const all = series(total, years, input.level);
  return {
    n: all.n,
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    multi_valued: input.by !== null && dimensions[input.by].multi_valued,
    total: all,
    groups: groups.map(({ value, counts }) => ({ value, ...series(counts, years, input.level) })),
  };
}

function series(counts: readonly number[], years: readonly number[], level: number): FrequencySeries {
  const n = counts.reduce((sum, count) => sum + count, 0);
  return {
    n,
    rate: meanRate(n, years.length, level),
    years: years.map((year, place) => yearCount(year, counts[place] ?? 0, level)),
  };
}

function yearCount(year: number, count: number, level: number): YearCount {
  const { low, high } = poissonInterval(count, 1, level);
  return { year, count, low, high: finiteOrNull(high) };
}

function meanRate(n: number, years: number, level: number): Estimate {
  if (years === 0) return notComputable('no-years', 0, 1);
  return computed(n / years, poissonInterval(n, years, level), { method: 'garwood', level });
}

/**
 * Programs a year with central exact Poisson (Garwood) intervals, and the mean rate a year.
 *
 * @example
 * computeFrequency(dataset, { ...input, by: null }).total.n; // programs in scope
 */
export function computeFrequency(dataset: Dataset, input: FrequencyInput): FrequencyResult {
  return inferFrequency(tabulateFrequency(selectPrograms(dataset, input), input), input);
}
