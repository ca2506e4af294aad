import {
  Country,
  countryInSentence,
  defineTable,
  flatTablesOf,
  leftOutBy,
  scopeOf,
  scopeWords,
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

const count = z.int().min(0);
const codes = ['iso2', 'iso3', 'cow_code', 'gw_code'] as const;

const caution =
  'From the first to the last year of the dataset, with explicit zeros: zero means that no program is recorded, not that none was held. A program of several states counts once for each; do not add states up.';

function countsShape({ meta }: Dataset) {
  return {
    year: z.int().describe('Year of the start of the programs.'),
    programs: count.describe(`${programsInWords(meta)}; zero where none is known.`),
    programs_all: count.describe('Every record, whatever the venue and whether recommended or not.'),
    security_yes: count.describe('Of programs: security-related.'),
    security_no: count.describe('Of programs: not security-related.'),
    security_unknown: count.describe('Of programs: not known whether security-related.'),
  };
}

/** The programs of the default scope. */
function programsInWords(meta: Dataset['meta']): string {
  const { where, recommended, years } = scopeWords(meta, meta.default_scope);
  return ['Programs', where, recommended ? 'that are recommended for aggregates' : '', years]
    .filter((part) => part !== '')
    .join(' ');
}

function countryYear(dataset: Dataset) {
  return defineTable({
    name: 'country_year',
    singular: 'country-year',
    title: 'Programs by country and year',
    description: `Number of programs of each state in each year. ${caution}`,
    record: z.strictObject({ ...codeFields(''), name: Country.shape.name_en, ...countsShape(dataset) }),
    key: ['iso2', 'year'],
    storage: 'series',
  });
}

function dyadYear(dataset: Dataset, sender: string) {
  return defineTable({
    name: 'dyad_year',
    singular: 'dyad-year',
    title: 'Programs by dyad and year',
    description: `The same numbers by dyad: ${countryInSentence(sender)}, suffix 1, and the state, suffix 2. ${caution}`,
    record: z.strictObject({ ...codeFields('_1'), ...codeFields('_2'), ...countsShape(dataset) }),
    key: ['iso2_1', 'iso2_2', 'year'],
    storage: 'series',
  });
}

/**
 * The panels by country and year and, where one state trains, by dyad and year: of several, a program does not say which.
 *
 * @throws Error where the table of countries lacks a state
 */
export function panelsOf(dataset: Dataset): PublishedTable[] {
  const states = [...dataset.meta.recipients].sort();
  const cells = states.flatMap((state) =>
    yearsOf(dataset).map((year) => ({ country: countryOf(dataset, state), counts: countsOf(dataset, state, year) })),
  );
  const byCountry = cells.map(({ country, counts }) => ({
    ...codesOf(country, ''),
    name: country.name_en,
    ...counts,
  }));
  const byDyad = (sender: string) => {
    const first = codesOf(countryOf(dataset, sender), '_1');
    return cells.map(({ country, counts }) => ({ ...first, ...codesOf(country, '_2'), ...counts }));
  };
  return [
    ...panel(countryYear(dataset), byCountry),
    ...dyadSender(dataset).flatMap((sender) => panel(dyadYear(dataset, sender), byDyad(sender))),
  ];
}

/** The one state that trains; none where there are several. */
function dyadSender({ meta: { senders } }: Pick<Dataset, 'meta'>): readonly string[] {
  return senders.length === 1 ? senders : [];
}

function panel(table: Table, rows: readonly FlatRow[]): PublishedTable[] {
  return flatTablesOf(table).map((flat) => ({ table: flat, ...flat.rowsOf(rows) }));
}

/** States whose codes the panels need and the table of countries lacks. */
export function missingStates({ meta, countries }: Pick<Dataset, 'meta' | 'countries'>): string[] {
  const held = new Set<string>(countries.map(({ iso2 }) => iso2));
  return [...dyadSender({ meta }), ...meta.recipients].filter((state) => !held.has(state));
}

function yearsOf({ programs }: Dataset): number[] {
  const years = programs.map(({ year }) => year);
  const first = Math.min(...years);
  return programs.length === 0 ? [] : Array.from({ length: Math.max(...years) - first + 1 }, (_, at) => first + at);
}

function countsOf(dataset: Dataset, state: string, year: number): FlatRow {
  const all = dataset.programs.filter((program) => program.year === year && program.countries.includes(state));
  const scope = scopeOf(dataset.meta, dataset.meta.default_scope);
  const programs = all.filter((program) => scope === undefined || leftOutBy(scope, program) === null);
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
