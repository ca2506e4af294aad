import {
  Country,
  defineTable,
  flatTablesOf,
  RecipientCountry,
  type Dataset,
  type FlatRow,
  type FlatRows,
  type FlatTable,
  type Table,
} from '@govexport/schema';
import { z } from 'zod';

/** A table that the files of the dataset hold, with its rows. */
export interface PublishedTable extends FlatRows {
  readonly table: FlatTable;
}

type Program = Dataset['programs'][number];

const count = z.int().min(0);
const codes = ['iso2', 'iso3', 'cow_code', 'gw_code'] as const;
const counts = {
  year: z.int().describe('Year of the start of the programs.'),
  programs: count.describe(
    'Programs in China or hybrid that are recommended for aggregates; zero where none is known.',
  ),
  programs_all: count.describe('Every record, whatever the venue and whether recommended or not.'),
  security_yes: count.describe('Of programs: security-related.'),
  security_no: count.describe('Of programs: not security-related.'),
  security_unknown: count.describe('Of programs: not known whether security-related.'),
};

const caution =
  'From the first to the last year of the dataset, with explicit zeros: zero means that no program is recorded, not that none was held. A program of several states counts once for each; do not add states up.';

const countryYear = defineTable({
  name: 'country_year',
  singular: 'country-year',
  title: 'Programs by country and year',
  description: `Number of programs of each state in each year. ${caution}`,
  record: z.strictObject({ ...codeFields(''), name: Country.shape.name_en, ...counts }),
  key: ['iso2', 'year'],
  storage: 'series',
});

const dyadYear = defineTable({
  name: 'dyad_year',
  singular: 'dyad-year',
  title: 'Programs by dyad and year',
  description: `The same numbers by dyad: China, suffix 1, and the state, suffix 2. ${caution}`,
  record: z.strictObject({ ...codeFields('_1'), ...codeFields('_2'), ...counts }),
  key: ['iso2_1', 'iso2_2', 'year'],
  storage: 'series',
});

/**
 * The panels by country and year and by dyad and year.
 *
 * @throws Error where the table of countries lacks a state
 */
export function panelsOf(dataset: Dataset): PublishedTable[] {
  const states = [...RecipientCountry.values].sort();
  const cells = states.flatMap((state) =>
    yearsOf(dataset).map((year) => ({ country: countryOf(dataset, state), counts: countsOf(dataset, state, year) })),
  );
  const china = countryOf(dataset, 'CN');
  return [
    ...panel(
      countryYear,
      cells.map((cell) => ({ ...codesOf(cell.country, ''), name: cell.country.name_en, ...cell.counts })),
    ),
    ...panel(
      dyadYear,
      cells.map((cell) => ({ ...codesOf(china, '_1'), ...codesOf(cell.country, '_2'), ...cell.counts })),
    ),
  ];
}

function panel(table: Table, rows: readonly FlatRow[]): PublishedTable[] {
  return flatTablesOf(table).map((flat) => ({ table: flat, ...flat.rowsOf(rows) }));
}

/** States whose codes the panels need and the table of countries lacks. */
export function missingStates({ countries }: Pick<Dataset, 'countries'>): string[] {
  const held = new Set<string>(countries.map(({ iso2 }) => iso2));
  return ['CN', ...RecipientCountry.values].filter((state) => !held.has(state));
}

function yearsOf({ programs }: Dataset): number[] {
  const years = programs.map(({ year }) => year);
  const first = Math.min(...years);
  return programs.length === 0 ? [] : Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}

function countsOf(dataset: Dataset, state: (typeof RecipientCountry.values)[number], year: number): FlatRow {
  const all = dataset.programs.filter((program) => program.year === year && program.countries.includes(state));
  const programs = all.filter(countsByDefault);
  const security = (answer: boolean | null) => programs.filter((one) => one.security_related === answer).length;
  return {
    year,
    programs: programs.length,
    programs_all: all.length,
    security_yes: security(true),
    security_no: security(false),
    security_unknown: security(null),
  };
}

/** The default scope of every statistic. */
function countsByDefault({ venue, recommended_for_aggregates: recommended }: Program): boolean {
  return recommended && (venue === 'in_sender' || venue === 'hybrid');
}

function countryOf(dataset: Dataset, iso2: string): Dataset['countries'][number] {
  const country = dataset.countries.find((one) => one.iso2 === iso2);
  if (country === undefined) throw new Error(`countries.csv has no row for ${iso2}, which the panels need.`);
  return country;
}

function codesOf(country: Dataset['countries'][number], suffix: string): FlatRow {
  return Object.fromEntries(codes.map((code) => [`${code}${suffix}`, country[code]]));
}

type CodeFields<Suffix extends string> = {
  [Code in (typeof codes)[number] as `${Code}${Suffix}`]: (typeof Country.shape)[Code];
};

function codeFields<Suffix extends string>(suffix: Suffix): CodeFields<Suffix> {
  return Object.fromEntries(codes.map((code) => [`${code}${suffix}`, Country.shape[code]])) as CodeFields<Suffix>;
}
