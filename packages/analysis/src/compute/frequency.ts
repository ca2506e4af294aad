import { isOverdispersed, meanInterval } from '../numeric/overdispersion.ts';
import type { FrequencyResult } from '../results/years.ts';
import type { Facts } from '../facts.ts';
import { all, constant, map, type Plan } from '../query/plan.ts';
import { byFrequency, dimensions, keyOf, toldValue, type DimensionName } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { tally, tallyPairs, total, type Pair } from './tallies.ts';
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
  const years = yearsOf(input);
  const where = programsWhere(input);
  const year = { field: 'year' };
  const plans = all({
    programs: tally<number>('programs', where, year),
    pairs:
      by === null ? constant([]) : tallyPairs<string | null, number>({ table: 'programs', where }, keyOf(by), year),
  });
  return map(plans, ({ programs, pairs }) => ({
    years,
    total: years.map((one) => programs.get(one) ?? 0),
    groups: by === null ? [] : groupsOf(pairs, { by, years, recipients: meta.recipients }),
  }));
}

interface Grouping {
  readonly by: DimensionName;
  readonly years: readonly number[];
  readonly recipients: readonly string[];
}

/** Programs a year for the values that occur, the most frequent first and unknown last. */
function groupsOf(
  pairs: readonly Pair<string | null, number>[],
  { by, years, recipients }: Grouping,
): FrequencyCounts['groups'] {
  const series = new Map<string | null, number[]>();
  for (const { first, second, count } of pairs) {
    const value = toldValue(by, first);
    const counts = series.get(value) ?? years.map(() => 0);
    series.set(value, counts);
    const index = second - (years[0] ?? 0);
    if (index < counts.length) counts[index] = (counts[index] ?? 0) + count;
  }
  const named = [...series].flatMap(([value, counts]) => (value === null ? [] : [[value, total(counts)] as const]));
  const order = byFrequency(by, new Map(named), recipients);
  const values = series.has(null) ? [...order, null] : order;
  return values.map((value) => ({ value, counts: series.get(value) ?? [] }));
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
