import { inferCompare, planCompare, type CompareResult } from '../compute/compare.ts';
import { termLabel } from '../compute/dimensions.ts';
import { compareResult } from '../results/states.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, estimateCells, estimateColumns, type Table } from '../table.ts';
import { counted, decimals, estimateWords } from '../words.ts';

const unit =
  'The units differ: a program of the records is one course for a group, a line of the US reports is one course for one body, often for a single trainee. The US reports are lists that a government keeps, the records are what could be found.';

const stateOf = (country: string | null): string =>
  country === null ? 'All states' : termLabel('recipient_country', country);

function countries({ countries }: CompareResult): Table {
  return {
    name: 'countries',
    title: 'Programs and US course lines by state',
    note: `${unit} Exact conditional intervals. A program of several states counts in the row of each, and once, with its participants, in that of all states.`,
    columns: [
      column('country', 'State', 'text'),
      column('fiscal_years', 'State-years compared', 'count'),
      column('fiscal_years_missing', 'Without US figures', 'count'),
      column('programs', 'Programs', 'count'),
      column('pairs', 'Pairs of a program and a state', 'count'),
      column('course_lines', 'US course lines', 'count'),
      column('trainees', 'US trainees', 'count'),
      column('participants', 'Participants of the programs with a figure', 'count'),
      ...estimateColumns('Programs for each US course line', 'ratio'),
    ],
    rows: countries.map((row) => ({
      country: stateOf(row.country),
      fiscal_years: row.fiscal_years,
      fiscal_years_missing: row.fiscal_years_missing,
      programs: row.programs,
      pairs: row.pairs,
      course_lines: row.course_lines,
      trainees: row.trainees,
      participants: row.participants,
      ...estimateCells(row.ratio),
    })),
  };
}

function cells({ cells }: CompareResult): Table {
  return {
    name: 'fiscal_years',
    title: 'Programs and US course lines by state and US fiscal year',
    note: 'A fiscal year runs from October to September. null: no figures, which is unknown and not zero. Participants are of whole groups, other states included.',
    columns: [
      column('country', 'State', 'text'),
      column('fiscal_year', 'US fiscal year', 'text'),
      column('programs', 'Programs', 'count'),
      column('participants', 'Participants', 'count'),
      column('course_lines', 'US course lines', 'count'),
      column('trainees', 'US trainees', 'count'),
    ],
    rows: cells.map(({ country, fiscal_year, programs, participants, course_lines, trainees }) => ({
      ...{ country: stateOf(country), fiscal_year, programs, participants, course_lines, trainees },
    })),
  };
}

/** The programs next to the trainings by the United States. */
export const compare = defineStatistic({
  name: 'compare',
  title: 'Next to the United States',
  summary: `Programs of the records beside the course lines and trainees of the US reports on foreign military training, by US fiscal year and state, with the ratio of both over the years for which the reports have lines. ${unit} Programs whose month is unknown are left out.`,
  reference:
    'Przyborowski and Wilenski (1940), doi:10.1093/biomet/31.3-4.313; R: poisson.test. US figures: Foreign Military Training Report, as parsed by the Security Force Monitor.',
  parameters: () => ({}),
  result: compareResult,
  plan: planCompare,
  infer: inferCompare,
  tables: (answer) => [countries(answer), cells(answer)],
  finding: ({ in_dataset, countries, programs_without_month }) => {
    const all = countries.at(-1);
    if (in_dataset === 0) return 'The dataset has no record of trainings by the United States.';
    if (all === undefined || all.fiscal_years === 0) return 'No fiscal year with US figures is in scope.';
    const ratio = estimateWords(all.ratio, (value) => decimals(value, 4));
    return `${all.fiscal_years} state-years with US figures hold ${counted(all.programs, 'program')} of the records (${counted(all.pairs, 'pair')} of a program and a state) and ${all.course_lines} US course lines, ${ratio} programs a line; the units differ. Left out for want of a month: ${counted(programs_without_month, 'program')}.`;
  },
  chart: chartOf({
    table: 'countries',
    kind: 'intervals',
    label: 'country',
    value: 'estimate',
    low: 'low',
    high: 'high',
  }),
  headline: { label: 'Programs for each US course line', value: ({ countries }) => countries.at(-1)?.ratio ?? null },
});
