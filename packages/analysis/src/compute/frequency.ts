import { isOverdispersed, meanInterval } from '../numeric/overdispersion.ts';
import type { FrequencyResult } from '../results/years.ts';
import type { Facts } from '../facts.ts';
import { map, type Plan } from '../query/plan.ts';
import type { Scalar } from '../query/query.ts';
import { byFrequency, dimensions, valuesIn, wholeKeyOf, type DimensionName } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { addUp, tally, tallyPairs, total } from './tallies.ts';
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
export function planFrequency(input: FrequencyInput, { meta }: Pick<Facts, 'meta'>): Plan<FrequencyCounts> {
  const { by } = input;
  const programs = { table: 'programs', where: programsWhere(input) };
  const years = yearsOf(input);
  const year = { field: 'year' };
  const countsOf = (pairs: Iterable<readonly [year: number, count: number]>): number[] => {
    const counts = addUp(pairs);
    return years.map((one) => counts.get(one) ?? 0);
  };
  if (by === null) {
    return map(tally<number>(programs.table, programs.where, year), (counts) => ({
      ...{ years, total: countsOf(counts), groups: [] },
    }));
  }
  // Whole lists, so that a program counts once in all and once for each of its values.
  return map(tallyPairs<Scalar, number>(programs, wholeKeyOf(by), year), (pairs) => {
    const ofValue = new Map<string | null, [year: number, count: number][]>();
    const valuesOf = valuesIn(by);
    for (const { first, second, count } of pairs) {
      for (const value of valuesOf(first)) {
        const counts = ofValue.get(value) ?? [];
        ofValue.set(value, counts);
        counts.push([second, count]);
      }
    }
    const sums = [...ofValue].flatMap(([value, counts]) =>
      value === null ? [] : [[value, total(counts.map(([, count]) => count))] as const],
    );
    const order = byFrequency(by, new Map(sums), meta.recipients);
    return {
      years,
      total: countsOf(pairs.map(({ second, count }) => [second, count])),
      groups: (ofValue.has(null) ? [...order, null] : order).map((value) => ({
        value,
        counts: countsOf(ofValue.get(value) ?? []),
      })),
    };
  });
}

/** Adds the exact interval of each count and the mean rate a year. */
export function inferFrequency(
  { years, total: programs, groups }: FrequencyCounts,
  input: FrequencyInput,
): FrequencyResult {
  const whole = series(programs, years, input.level);
  return {
    n: whole.n,
    first_year: years[0] ?? null,
    last_year: years.at(-1) ?? null,
    multi_valued: input.by !== null && dimensions[input.by].multi_valued,
    total: whole,
    groups: groups.map(({ value, counts }) => ({ value, ...series(counts, years, input.level) })),
  };
}

function series(counts: readonly number[], years: readonly number[], level: number): FrequencyResult['total'] {
  return {
    n: total(counts),
    ...rates(counts, level),
    years: years.map((year, index) => yearCount(year, counts[index] ?? 0, level)),
  };
}

function rates(counts: readonly number[], level: number) {
  const none = notComputable('no-years', 0, 1);
  if (counts.length === 0) return { rate: none, rate_poisson: none, dispersion: null };
  const { interval, poisson, dispersion } = meanInterval(counts, level);
  const mean = total(counts) / counts.length;
  const method = isOverdispersed(dispersion) ? 'quasi-poisson' : 'garwood';
  return {
    rate: computed(mean, interval, { method, level }),
    rate_poisson: computed(mean, poisson, { method: 'garwood', level }),
    dispersion,
  };
}
