import { PublisherType } from '@govexport/schema';
import { z } from 'zod';
import { inferCoverage, planCoverage, type CoverageResult } from '../compute/coverage.ts';
import { reasons, type Estimate } from '../estimate.ts';
import { writeLevel } from '../numbers.ts';
import { coverageResult } from '../results/evidence.ts';
import { defineStatistic } from '../statistic.ts';
import { chartOf, column, type Table } from '../table.ts';
import { counted, decimals, intervalWords, percent } from '../words.ts';

const publisherLabel = (value: string): string =>
  (PublisherType.terms as Readonly<Record<string, { label: string } | undefined>>)[value]?.label ?? value;

function years({ years, languages, publisher_types }: CoverageResult): Table {
  const count = (list: readonly { value: string; sources: number }[], value: string): number =>
    list.find((found) => found.value === value)?.sources ?? 0;
  return {
    name: 'years',
    title: 'Programs and their sources a year',
    note: 'Different sources cited by the programs that started in the year. A low year can be a year of few programs or of few pages found.',
    columns: [
      column('year', 'Year', 'year'),
      column('programs', 'Programs', 'count'),
      column('sources', 'Sources', 'count'),
      ...languages.map(({ value }) => column(`language_${value}`, `In ${value}`, 'count')),
      ...publisher_types.map(({ value }) => column(`publisher_${value}`, publisherLabel(value), 'count')),
    ],
    rows: years.map((year) => ({
      year: year.year,
      programs: year.programs,
      sources: year.sources,
      ...Object.fromEntries(languages.map(({ value }) => [`language_${value}`, count(year.languages, value)])),
      ...Object.fromEntries(
        publisher_types.map(({ value }) => [`publisher_${value}`, count(year.publisher_types, value)]),
      ),
    })),
  };
}

function rowsTable(name: string, title: string, rows: readonly CoverageResult['languages'][number][]): Table {
  return {
    name,
    title,
    note: 'A program counts once in each row in which it has a source.',
    columns: [
      column('value', 'Value', 'text'),
      column('programs', 'Programs', 'count'),
      column('sources', 'Sources', 'count'),
    ],
    rows: rows.map((found) => ({ ...found })),
  };
}

function depth({ sources_per_program, compilers_per_program }: CoverageResult): Table {
  return {
    name: 'depth',
    title: 'Programs by number of sources and of compilers',
    note: 'Compilers of the first round who found the program. Sources are not independent of one another: one page often repeats another.',
    columns: [column('of', 'Of', 'text'), column('number', 'Number', 'count'), column('programs', 'Programs', 'count')],
    rows: [
      ...sources_per_program.map(({ sources, programs }) => ({ of: 'Sources', number: sources, programs })),
      ...compilers_per_program.map(({ compilers, programs }) => ({ of: 'Compilers', number: compilers, programs })),
    ],
  };
}

function unseenWords(unseen: Estimate): string {
  if (!('level' in unseen) || unseen.estimate === null) {
    return `unseen programs are not estimated: ${unseen.reason === 'infinite' ? 'the estimate is infinite' : reasons[unseen.reason]}`;
  }
  const { estimate, low, level } = unseen;
  return `${decimals(estimate, 1)} programs unseen by every compiler, at least ${decimals(low ?? 0, 0)} (one-sided, ${writeLevel(level)})`;
}

/** What the records cannot show. */
export const coverage = defineStatistic({
  name: 'coverage',
  title: 'What we cannot see',
  summary:
    'Programs and sources a year by language and kind of publisher, sources per program, and programs by the number of compilers who found them. Unseen programs are estimated only where at least five programs were found by two or more compilers and the caller vouches that the compilers worked independently. Where compilers tend to find the same programs the estimate is too low, so only a lower bound is given with it.',
  reference:
    'Darroch (1958), doi:10.2307/2333183, for two compilers in the form of Chapman (1951); Cormack (1992), doi:10.2307/2532310, for the lower bound; Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404.',
  parameters: () => ({
    independent_compilers: z
      .boolean()
      .default(false)
      .describe(
        'Whether the compilers searched independently of each other and over the same field. Only then unseen programs can be estimated.',
      ),
  }),
  result: coverageResult,
  plan: planCoverage,
  infer: inferCoverage,
  tables: (answer) => [
    years(answer),
    rowsTable('languages', 'By language of the source', answer.languages),
    rowsTable(
      'publisher_types',
      'By kind of publisher',
      answer.publisher_types.map((found) => ({ ...found, value: publisherLabel(found.value) })),
    ),
    depth(answer),
  ],
  finding: ({ n, sources, two_or_more, unseen }) => {
    if (n === 0 || two_or_more.estimate === null) return 'No program is in scope.';
    const depth = `${percent(two_or_more.estimate)} of them have two or more (${intervalWords(two_or_more, percent)})`;
    return `${counted(n, 'program')} rest on ${counted(sources, 'source')}; ${depth}; ${unseenWords(unseen)}.`;
  },
  chart: chartOf({ table: 'years', kind: 'columns', label: 'year', value: 'sources' }),
  headline: { label: 'Share with two or more sources', value: ({ two_or_more }) => two_or_more },
});
