import type { Dataset } from '@govexport/schema';
import { countPairs } from '../columns/counts.ts';
import { isOverdispersed, meanInterval } from '../numeric/overdispersion.ts';
import type { FrequencyResult } from '../results/years.ts';
import { countByYear } from './count-programs.ts';
import { byFrequency, dimensions, type DimensionName } from './dimensions.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { select, yearsOf, type Selection } from './select-programs.ts';
import { yearCount } from './yearly.ts';

export type { FrequencyResult };

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

/** Counts the programs of each year, in all and by the chosen dimension. */
export function tabulateFrequency(selection: Selection, input: FrequencyInput): FrequencyCounts {
  const years = yearsOf(input);
  const { by } = input;
  return by === null
    ? { years, total: countByYear(selection, years), groups: [] }
    : { years, ...countByYearAndValue(selection, years, by) };
}

/** Programs a year in all and for the values that occur, the most frequent first and unknown last. */
function countByYearAndValue({ columns, rows }: Selection, years: readonly number[], by: DimensionName) {
  const { values, field } = dimensions[by];
  const none = (): number[] => years.map(() => 0);
  const total = none();
  const silent = none();
  const named = new Map<string, number[]>();
  for (const { first, second, count } of countPairs(columns.column(field), columns.column('year'), rows)) {
    const found = values(first);
    const series = found.map((value) => named.get(value) ?? none());
    found.forEach((value, index) => named.set(value, series[index] ?? none()));
    const index = second.year - (years[0] ?? 0);
    for (const counts of [total, ...(found.length === 0 ? [silent] : series)]) {
      if (index < counts.length) counts[index] = (counts[index] ?? 0) + count;
    }
  }
  const order = byFrequency(by, new Map([...named].map(([value, counts]) => [value, sum(counts)])), columns.recipients);
  const groups: FrequencyCounts['groups'][number][] = order.map((value) => ({
    value,
    counts: named.get(value) ?? none(),
  }));
  return { total, groups: sum(silent) === 0 ? groups : [...groups, { value: null, counts: silent }] };
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

function series(counts: readonly number[], years: readonly number[], level: number): FrequencyResult['total'] {
  return {
    n: sum(counts),
    ...rates(counts, level),
    years: years.map((year, index) => yearCount(year, counts[index] ?? 0, level)),
  };
}

function rates(counts: readonly number[], level: number) {
  const none = notComputable('no-years', 0, 1);
  if (counts.length === 0) return { rate: none, rate_poisson: none, dispersion: null };
  const { interval, poisson, dispersion } = meanInterval(counts, level);
  const mean = sum(counts) / counts.length;
  const method = isOverdispersed(dispersion) ? 'quasi-poisson' : 'garwood';
  return {
    rate: computed(mean, interval, { method, level }),
    rate_poisson: computed(mean, poisson, { method: 'garwood', level }),
    dispersion,
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/**
 * Programs a year with central exact Poisson (Garwood) intervals, and the mean rate a year.
 *
 * @example
 * computeFrequency(dataset, { ...input, by: null }).total.n; // programs in scope
 */
export function computeFrequency(dataset: Dataset, input: FrequencyInput): FrequencyResult {
  return inferFrequency(tabulateFrequency(select(dataset, input), input), input);
}
