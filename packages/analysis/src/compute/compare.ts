import type { Dataset } from '@govexport/schema';
import { countPairs } from '../columns/counts.ts';
import type { Estimate } from '../estimate.ts';
import { conditionalRateRatio } from '../numeric/rate-ratio.ts';
import type { CompareResult } from '../results/states.ts';
import { countWhere } from './count-programs.ts';
import { computed, notComputable } from './interval-estimate.ts';
import { monthOf, yearOf } from './partial-dates.ts';
import type { Filter } from './resolve-filter.ts';
import { keepIf, programsIn, select, yearsOf, type FrozenProgram, type Selection } from './select-programs.ts';

export type { CompareResult };

/** The month in which a US fiscal year begins; it is named by the year in which it ends. */
const FIRST_MONTH = 10;

/** Input of the statistic `compare`, with every default filled in. */
export interface CompareInput extends Filter {
  readonly level: number;
}

type UsTotal = Dataset['us_training_totals'][number];

/** The US fiscal year of a partial date, by the year in which it ends; null where the month is unknown. */
export function fiscalYearOf(date: string): number | null {
  const month = monthOf(date);
  return month === null ? null : yearOf(date) + (month >= FIRST_MONTH ? 1 : 0);
}

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

/** Programs beside US course lines for each state and fiscal year. In the row of a state a program that names it counts once. */
export function tabulateCompare(dataset: Dataset, input: CompareInput): CompareCounts {
  // The first fiscal year begins in the year before it.
  const selection = select(dataset, { ...input, from: input.from === null ? null : input.from - 1 });
  const totals = new Map(dataset.us_training_totals.map((row) => [`${row.fiscal_year} ${row.country}`, row]));
  const countries = input.countries.length === 0 ? dataset.meta.recipients : input.countries;
  const cells = countries.flatMap((country) => {
    const own = countOwn(selection, country);
    return yearsOf(input).map((year) => cellOf(country, year, { own, totals }));
  });
  return {
    in_dataset: dataset.us_training_totals.length,
    programs_without_month: countWhere(selection, 'start', ({ start }) => fiscalYearOf(start) === null),
    countries,
    cells,
    together: countTogether(selection, cells),
  };
}

/** The programs that lie in at least one of the cells with US figures. */
function countTogether(selection: Selection, cells: CompareCounts['cells']): Own {
  const compared = new Set(
    cells.filter(({ course_lines }) => course_lines !== null).map((cell) => `${cell.fiscal_year} ${cell.country}`),
  );
  return programsIn(selection)
    .filter(({ start, countries }) => {
      const year = fiscalYearOf(start);
      return year !== null && countries.some((country) => compared.has(`${nameOf(year)} ${country}`));
    })
    .reduce((own, program) => added(own, program, 1), noPrograms);
}

/** The name of the US fiscal year that ends in a year. */
function nameOf(year: number): string {
  return `${year - 1}-${year}`;
}

function added(
  { programs, participants, participants_known }: Own,
  { participants: { value } }: FrozenProgram,
  count: number,
): Own {
  return {
    programs: programs + count,
    participants: participants + (value ?? 0) * count,
    participants_known: participants_known + (value === null ? 0 : count),
  };
}

/** The programs of a state by fiscal year; those without a month are in none. */
function countOwn(selection: Selection, country: string): ReadonlyMap<number, Own> {
  const { columns, rows } = keepIf(selection, {
    field: 'countries',
    holds: ({ countries }) => countries.some((named) => named === country),
  });
  const years = new Map<number, Own>();
  for (const { first, second, count } of countPairs(columns.column('start'), columns.column('participants'), rows)) {
    const year = fiscalYearOf(first.start);
    if (year === null) continue;
    years.set(year, added(years.get(year) ?? noPrograms, second, count));
  }
  return years;
}

const noPrograms: Own = { programs: 0, participants: 0, participants_known: 0 };

function cellOf(
  country: string,
  year: number,
  { own, totals }: { readonly own: ReadonlyMap<number, Own>; readonly totals: ReadonlyMap<string, UsTotal> },
): CompareResult['cells'][number] {
  const fiscal_year = nameOf(year);
  const total = totals.get(`${fiscal_year} ${country}`);
  return {
    ...{ fiscal_year, country },
    ...(own.get(year) ?? noPrograms),
    course_lines: total?.rows ?? null,
    trainees: total?.trainees ?? null,
    trainees_known_lines: total?.trainees_known_rows ?? null,
  };
}

/** Adds the totals and the ratio of each state and of all together. */
export function inferCompare({ countries, cells, together, ...counts }: CompareCounts, level: number): CompareResult {
  return {
    ...counts,
    cells: [...cells],
    countries: [
      ...countries.map((country) => {
        const own = cells.filter((cell) => cell.country === country);
        return { country, ...totalOf(own, ownOf(own), level) };
      }),
      { country: null, ...totalOf(cells, together, level) },
    ],
  };
}

/** The programs of the fiscal years for which US figures are at hand, each cell for itself. */
function ownOf(cells: CompareCounts['cells']): Own {
  return cells
    .filter(({ course_lines }) => course_lines !== null)
    .reduce(
      (own, cell) => ({
        programs: own.programs + cell.programs,
        participants: own.participants + cell.participants,
        participants_known: own.participants_known + cell.participants_known,
      }),
      noPrograms,
    );
}

/** Adds up the fiscal years for which US figures are at hand, and compares both rates over these years. */
function totalOf(
  cells: CompareCounts['cells'],
  own: Own,
  level: number,
): Omit<CompareResult['countries'][number], 'country'> {
  const known = cells.filter(({ course_lines }) => course_lines !== null);
  const sum = (of: (cell: CompareResult['cells'][number]) => number | null): number =>
    known.reduce((total, cell) => total + (of(cell) ?? 0), 0);
  const course_lines = sum((cell) => cell.course_lines);
  return {
    fiscal_years: known.length,
    fiscal_years_missing: cells.length - known.length,
    programs: own.programs,
    pairs: sum((cell) => cell.programs),
    participants: own.participants,
    participants_known: own.participants_known,
    course_lines,
    trainees: sum((cell) => cell.trainees),
    ratio: ratioOf({ programs: own.programs, course_lines, years: known.length, level }),
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

/**
 * Programs beside the course lines of the US reports, by US fiscal year and state.
 *
 * @example
 * computeCompare(dataset, input).cells[0]?.course_lines; // null where the reports have no line
 */
export function computeCompare(dataset: Dataset, input: CompareInput): CompareResult {
  return inferCompare(tabulateCompare(dataset, input), input.level);
}
