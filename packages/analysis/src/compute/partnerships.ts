import type { Dataset } from '@govexport/schema';
import { collectionWindow } from '@govexport/schema/vocabularies';
import { holmAdjusted } from '../numeric/holm.ts';
import { stepNeeds, trendStep, type TrendStep } from '../numeric/trend-step.ts';
import type { Estimate } from '../estimate.ts';
import type { CountryLevel, PartnershipsResult, PartnershipStep } from '../results/states.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Facts } from '../facts.ts';
import { all, map, rows, type Plan } from '../query/plan.ts';
import { everything } from '../query/query.ts';
import { contextWhere, programsWhere } from './filter-where.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
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

type Placed = ReturnType<typeof tabulateSteps>[number];

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** The programs of a state in each year of the range that the collection covers to its end. */
interface Series {
  readonly years: readonly number[];
  readonly counts: readonly number[];
}

/** The programs of the state before and after a step, whose year belongs to neither, and the change beside the trend. */
function inferStep(
  { record, kind }: Placed,
  series: Series,
  { ownSteps, level }: { readonly ownSteps: ReadonlySet<number>; readonly level: number },
): Omit<PartnershipStep, 'p_holm'> {
  const { id, country, date, rank } = record;
  const year = yearOf(date);
  const before = sideOf(series, (one) => one < year);
  const after = sideOf(series, (one) => one > year);
  const found = trendStep(series.years, series.counts, { year, level });
  return {
    ...{ id, country, date, level: record.level, rank, kind },
    ...{ years_before: before.years, programs_before: before.programs },
    ...{ years_after: after.years, programs_after: after.programs },
    rate_ratio:
      found === null
        ? refusal(before, after)
        : computed(found.ratio, found.interval, { method: 'interrupted-series', level }),
    p_value: found?.p_value ?? null,
    placebo: found === null ? null : placebo(found, series, { ownSteps, level }),
  };
}

function sideOf({ years, counts }: Series, within: (year: number) => boolean) {
  const own = counts.filter((_, place) => within(years[place] ?? NaN));
  return { years: own.length, programs: total(own), counted: own.filter((count) => count > 0).length };
}

function refusal(before: ReturnType<typeof sideOf>, after: ReturnType<typeof sideOf>): Estimate {
  const years = Math.min(before.years, after.years);
  if (years < stepNeeds.years) return notComputable('too-few-years', years, stepNeeds.years);
  return notComputable('too-few-years-with-records', Math.min(before.counted, after.counted), stepNeeds.counted);
}

/** How many years without a step of the state show, taken for one, a change as far from none; null where there are none. */
function placebo(
  { statistic }: TrendStep,
  { years, counts }: Series,
  { ownSteps, level }: { readonly ownSteps: ReadonlySet<number>; readonly level: number },
): PartnershipStep['placebo'] {
  const sizes = years
    .filter((year) => !ownSteps.has(year))
    .flatMap((year) => trendStep(years, counts, { year, level }) ?? [])
    .map((found) => Math.abs(found.statistic));
  const as_large = sizes.filter((size) => size >= Math.abs(statistic)).length;
  return sizes.length === 0 ? null : { years: sizes.length, as_large, share: as_large / sizes.length };
}

/** Every step with what it shows, and the p values of all adjusted to one another. */
function inferSteps(
  partnerships: readonly Partnership[],
  { states, last }: PartnershipsCounts,
  input: PartnershipsInput,
): PartnershipStep[] {
  const years = yearsOf(input).filter((year) => year <= last);
  const steps = tabulateSteps(partnerships).map((step) => {
    const own = new Map(states.get(step.record.country)?.map(({ year, programs }) => [year, programs]));
    const series = { years, counts: years.map((year) => own.get(year) ?? 0) };
    const records = partnerships.filter(({ country }) => country === step.record.country);
    const ownSteps = new Set(records.map(({ date }) => yearOf(date)));
    return inferStep(step, series, { ownSteps, level: input.level });
  });
  const adjusted = holmAdjusted(steps.map(({ p_value }) => p_value));
  return steps.map(({ placebo: placebos, ...step }, index) => ({
    ...step,
    p_holm: adjusted[index] ?? null,
    placebo: placebos,
  }));
}

/** The steps in scope, and the programs of each state and year. */
export interface PartnershipsCounts {
  readonly in_dataset: number;
  readonly partnerships: readonly Partnership[];
  /** Programs of each state in each year; a program counts once for each state it names. */
  readonly states: ReadonlyMap<string | null, readonly YearPrograms[]>;
  /** The states that are looked at: those of the question, or every recipient. */
  readonly asked: readonly string[];
  /** The last year that the collection covers to its end. */
  readonly last: number;
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
    const last = (collectionWindow(meta).incomplete ?? Infinity) - 1;
    return { ...found, states, last, asked: input.countries.length === 0 ? meta.recipients : input.countries };
  });
}

/** The level of each state on the date, and the programs before and after each step. */
export function inferPartnerships(counts: PartnershipsCounts, input: PartnershipsInput): PartnershipsResult {
  const { in_dataset, partnerships, asked } = counts;
  const date = input.date ?? (input.to === null ? null : `${input.to}-12-31`);
  const countries = date === null ? [] : levelsOn(partnerships, asked, date);
  return {
    in_dataset,
    date,
    countries,
    comprehensive_or_above: countries.filter(({ rank }) => rank !== null && rank >= comprehensiveRank).length,
    steps: inferSteps(partnerships, counts, input),
  };
}
