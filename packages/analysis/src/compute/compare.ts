import type { Dataset } from '@govexport/schema';
import type { Estimate } from '../estimate.ts';
import type { Facts } from '../facts.ts';
import { conditionalRateRatio } from '../numeric/rate-ratio.ts';
import { all, count, map, rows, type Plan } from '../query/plan.ts';
import { everything, type Cell, type Key } from '../query/query.ts';
import type { CompareResult } from '../results/states.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { yearsOf, type Filter } from './resolve-filter.ts';
import { itemsOf, tally, total } from './tallies.ts';

export type { CompareResult };

/** The month in which a US fiscal year begins; it is named by the year in which it ends. */
const FIRST_MONTH = 10;

/** Input of the statistic `compare`, with every default filled in. */
export interface CompareInput extends Filter {
  readonly level: number;
}

/** What is read of the US figures of one state and fiscal year. */
const usFields = ['fiscal_year', 'country', 'rows', 'trainees', 'trainees_known_rows'] as const;

type UsTotal = Pick<Dataset['us_training_totals'][number], (typeof usFields)[number]>;

/** Programs and printed participants of one state in one fiscal year. */
type Own = Pick<CompareResult['cells'][number], 'programs' | 'participants' | 'participants_known'>;

/** Counts of compare, before any ratio. */
export interface CompareCounts {
  readonly in_dataset: number;
  readonly programs_without_month: number;
  readonly countries: readonly string[];
  readonly cells: readonly CompareResult['cells'][number][];
  /** Of all states together, over the state-years with US figures: a program and its participants count once. */
  readonly together: Own;
}

/** What programs are grouped by beside their states: the fiscal year, and whether a figure of participants is printed. */
const ownKeys = {
  year: { part: 'year', of: 'start', startsIn: FIRST_MONTH },
  known: { known: 'participants.value' },
} as const satisfies Record<string, Key>;

/** Programs beside US course lines for each state and fiscal year. In the row of a state a program that names it counts once. */
export function planCompare(input: CompareInput, { meta }: Pick<Facts, 'meta'>): Plan<CompareCounts> {
  // The first fiscal year begins in the year before it.
  const where = programsWhere({ ...input, from: input.from === null ? null : input.from - 1 });
  const programs = { table: 'programs', where, sum: 'participants.value' };
  const countries = input.countries.length === 0 ? meta.recipients : input.countries;
  const plans = all({
    us: rows<UsTotal>({ table: 'us_training_totals', where: everything, fields: usFields }),
    months: tally('programs', where, { part: 'month', of: 'start' }),
    ofState: count({ ...programs, by: { ...ownKeys, state: { each: 'countries' } } }),
    ofStates: count({ ...programs, by: { ...ownKeys, states: { list: 'countries' } } }),
  });
  return map(plans, ({ us, months, ofState, ofStates }) => {
    const totals = new Map(us.map((row) => [`${row.fiscal_year} ${row.country}`, row]));
    const own = new Map<string, Own>();
    // Those without a month are in no fiscal year.
    for (const cell of ofState.filter(({ by }) => by.year !== null)) {
      const place = `${nameOf(cell.by.year)} ${cell.by.state}`;
      own.set(place, sumOf([own.get(place) ?? noPrograms, ownOf(cell)]));
    }
    const cells = countries.flatMap((country) => yearsOf(input).map((year) => cellOf(country, year, { own, totals })));
    const compared = new Set(withFigures(cells).map((cell) => `${cell.fiscal_year} ${cell.country}`));
    const together = ofStates.filter(({ by: { year, states } }) =>
      itemsOf(states as string).some((state) => compared.has(`${nameOf(year)} ${state}`)),
    );
    return {
      in_dataset: us.length,
      programs_without_month: months.get(null) ?? 0,
      countries,
      cells,
      together: sumOf(together.map(ownOf)),
    };
  });
}

function ownOf({ by, count, sum = 0 }: Pick<Cell<typeof ownKeys>, 'by' | 'count' | 'sum'>): Own {
  return { programs: count, participants: sum, participants_known: by.known === true ? count : 0 };
}

function sumOf(list: readonly Own[]): Own {
  return {
    programs: total(list.map(({ programs }) => programs)),
    participants: total(list.map(({ participants }) => participants)),
    participants_known: total(list.map(({ participants_known }) => participants_known)),
  };
}

const noPrograms: Own = { programs: 0, participants: 0, participants_known: 0 };

/** The name of the US fiscal year that ends in a year. */
function nameOf(year: unknown): string {
  return `${Number(year) - 1}-${Number(year)}`;
}

function withFigures(cells: CompareCounts['cells']): CompareCounts['cells'] {
  return cells.filter(({ course_lines }) => course_lines !== null);
}

function cellOf(
  country: string,
  year: number,
  { own, totals }: { readonly own: ReadonlyMap<string, Own>; readonly totals: ReadonlyMap<string, UsTotal> },
): CompareResult['cells'][number] {
  const fiscal_year = nameOf(year);
  const place = `${fiscal_year} ${country}`;
  const figures = totals.get(place);
  return {
    ...{ fiscal_year, country },
    ...(own.get(place) ?? noPrograms),
    course_lines: figures?.rows ?? null,
    trainees: figures?.trainees ?? null,
    trainees_known_lines: figures?.trainees_known_rows ?? null,
  };
}

/** Adds the totals and the ratio of each state and of all together. */
export function inferCompare(
  { countries, cells, together, ...counts }: CompareCounts,
  { level }: Pick<CompareInput, 'level'>,
): CompareResult {
  return {
    ...counts,
    cells: [...cells],
    countries: [
      ...countries.map((country) => {
        const ofState = cells.filter((cell) => cell.country === country);
        return { country, ...totalOf(ofState, sumOf(withFigures(ofState)), level) };
      }),
      { country: null, ...totalOf(cells, together, level) },
    ],
  };
}

/** Adds up the fiscal years for which US figures are at hand, and compares both rates over these years. */
function totalOf(
  cells: CompareCounts['cells'],
  { programs, participants, participants_known }: Own,
  level: number,
): Omit<CompareResult['countries'][number], 'country'> {
  const known = withFigures(cells);
  const course_lines = total(known.map((cell) => cell.course_lines ?? 0));
  return {
    fiscal_years: known.length,
    fiscal_years_missing: cells.length - known.length,
    programs,
    pairs: total(known.map((cell) => cell.programs)),
    participants,
    participants_known,
    course_lines,
    trainees: total(known.map((cell) => cell.trainees ?? 0)),
    ratio: ratioOf({ programs, course_lines, years: known.length, level }),
  };
}

interface Ratio {
  readonly programs: number;
  readonly course_lines: number;
  readonly years: number;
  readonly level: number;
}

function ratioOf({ programs, course_lines, years, level }: Ratio): Estimate {
  if (years === 0) return notComputable('no-years', 0, 1);
  const { estimate, low, high } = conditionalRateRatio({
    count_a: programs,
    exposure_a: years,
    count_b: course_lines,
    exposure_b: years,
    level,
  });
  if (estimate === null) return notComputable('no-records', 0, 1);
  return computed(estimate, { low, high }, { method: 'conditional-exact', level });
}
