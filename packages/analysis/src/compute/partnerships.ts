import type { Dataset } from '@govexport/schema';
import { conditionalRateRatio } from '../numeric/rate-ratio.ts';
import type { CountryLevel, PartnershipsResult, PartnershipStep } from '../results/states.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Facts } from '../facts.ts';
import { all, map, rows, type Plan } from '../query/plan.ts';
import { everything } from '../query/query.ts';
import { contextWhere, programsWhere } from './filter-where.ts';
import type { Filter } from './resolve-filter.ts';
import { countRecords, tallyPairs, total } from './tallies.ts';

export type { CountryLevel, PartnershipsResult, PartnershipStep };

/** The rank of a comprehensive strategic partnership, the third of the schema's five. */
export const comprehensiveRank = 3;

/** Input of the statistic `partnerships`, with every default filled in. */
export interface PartnershipsInput extends Filter {
  readonly level: number;
  readonly date: string | null;
}

type Partnership = Pick<Dataset['partnerships'][number], 'id' | 'country' | 'date' | 'level' | 'rank'>;

/** The steps of every state in order of date; a record that does not raise the rank is no step. */
function tabulateSteps(partnerships: readonly Partnership[]) {
  const sorted = [...partnerships].sort((a, b) => order(a.date, b.date) || order(a.id, b.id));
  const ranks = new Map<string, number>();
  return sorted.map((record) => {
    const raised = record.rank > (ranks.get(record.country) ?? 0);
    ranks.set(record.country, Math.max(record.rank, ranks.get(record.country) ?? 0));
    return { record, kind: raised ? ('step' as const) : ('same_level' as const) };
  });
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The level of each state on a date: that of its last record which is not later. Dates are compared to the precision of
 * the coarser one; where that cannot tell which came first, the record counts and the level is uncertain.
 */
export function levelsOn(
  partnerships: readonly Partnership[],
  countries: readonly string[],
  date: string,
): CountryLevel[] {
  return countries.map((country) => {
    const reached = tabulateSteps(partnerships.filter((record) => record.country === country))
      .map(({ record }) => record)
      .filter((record) => !isAfter(record.date, date));
    const last = reached.at(-1);
    return {
      country,
      level: last?.level ?? null,
      rank: last?.rank ?? null,
      since: last?.date ?? null,
      certain: last === undefined || last.date.length >= date.length || date.slice(0, last.date.length) !== last.date,
    };
  });
}

function isAfter(step: string, date: string): boolean {
  const length = Math.min(step.length, date.length);
  return step.slice(0, length) > date.slice(0, length);
}

interface YearPrograms {
  readonly year: number;
  readonly programs: number;
}

/** Programs of the state in the years before and after the year of a step; that year itself belongs to neither. */
function inferStep(
  { record, kind }: ReturnType<typeof tabulateSteps>[number],
  states: PartnershipsCounts['states'],
  { from, to, level }: Pick<PartnershipsInput, 'from' | 'to' | 'level'>,
): PartnershipStep {
  const { id, country, date, rank } = record;
  const year = Number(date.slice(0, 4));
  const own = states.get(country) ?? [];
  const years_before = from === null || to === null ? 0 : Math.max(0, Math.min(year, to + 1) - from);
  const years_after = from === null || to === null ? 0 : Math.max(0, to - Math.max(year, from - 1));
  const programs_before = programsIn(own.filter((counted) => counted.year < year));
  const programs_after = programsIn(own.filter((counted) => counted.year > year));
  const counts = { years_before, programs_before, years_after, programs_after };
  return { id, country, date, level: record.level, rank, kind, ...counts, ...ratioOf(counts, level) };
}

function programsIn(years: readonly YearPrograms[]): number {
  return total(years.map(({ programs }) => programs));
}

type StepCounts = Pick<PartnershipStep, 'years_before' | 'programs_before' | 'years_after' | 'programs_after'>;

function ratioOf(counts: StepCounts, level: number): Pick<PartnershipStep, 'rate_ratio' | 'p_value'> {
  const { years_before, programs_before, years_after, programs_after } = counts;
  if (years_before === 0 || years_after === 0) {
    return { rate_ratio: notComputable('too-few-years', Math.min(years_before, years_after), 1), p_value: null };
  }
  const { estimate, low, high, p_value } = conditionalRateRatio({
    count_a: programs_after,
    exposure_a: years_after,
    count_b: programs_before,
    exposure_b: years_before,
    level,
  });
  if (estimate === null) return { rate_ratio: notComputable('no-records', 0, 1), p_value: null };
  return { rate_ratio: computed(estimate, { low, high }, { method: 'conditional-exact', level }), p_value };
}

/** The steps in scope, and the programs of each state and year. */
export interface PartnershipsCounts {
  readonly in_dataset: number;
  readonly partnerships: readonly Partnership[];
  /** Programs of each state in each year; a program counts once for each state it names. */
  readonly states: ReadonlyMap<string | null, readonly YearPrograms[]>;
  /** The states that are looked at: those of the question, or every recipient. */
  readonly asked: readonly string[];
}

/** Reads the steps, and counts the programs of each state and year. */
export function planPartnerships(input: PartnershipsInput, { meta }: Pick<Facts, 'meta'>): Plan<PartnershipsCounts> {
  const programs = { table: 'programs', where: programsWhere(input) };
  const plans = all({
    in_dataset: countRecords('partnerships', everything),
    partnerships: rows<Partnership>({
      ...{ table: 'partnerships', where: contextWhere(input) },
      fields: ['id', 'country', 'date', 'level', 'rank'],
    }),
    pairs: tallyPairs<string | null, number>(programs, { each: 'countries' }, { field: 'year' }),
  });
  return map(plans, ({ pairs, ...found }) => {
    const states = new Map<string | null, YearPrograms[]>();
    for (const { first, second, count } of pairs) {
      states.set(first, [...(states.get(first) ?? []), { year: second, programs: count }]);
    }
    return { ...found, states, asked: input.countries.length === 0 ? meta.recipients : input.countries };
  });
}

/** The level of each state on the date, and the rates before and after each step. */
export function inferPartnerships(
  { in_dataset, partnerships, states, asked }: PartnershipsCounts,
  input: PartnershipsInput,
): PartnershipsResult {
  const date = input.date ?? (input.to === null ? null : `${input.to}-12-31`);
  const countries = date === null ? [] : levelsOn(partnerships, asked, date);
  return {
    in_dataset,
    date,
    countries,
    comprehensive_or_above: countries.filter(({ rank }) => rank !== null && rank >= comprehensiveRank).length,
    steps: tabulateSteps(partnerships).map((step) => inferStep(step, states, input)),
  };
}
