import { catalogue, inputFields, statisticNames, type StatisticName } from '@govexport/router';

/** An input as a caller gives it: names and values, nothing filled in. */
export type GivenInput = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One question that every surface must answer alike. */
export interface Case {
  readonly statistic: StatisticName;
  readonly input: GivenInput;
  /**
   * Whether the command line is asked too. A command is a process of its own, and the slowest surface by far: each
   * statistic is asked by it without input and with every fourth one, and each filter of a quarter of the statistics.
   */
  readonly by_command: boolean;
}

/** Filters that stand for what users ask, each statistic is asked all of them. */
const filters: readonly GivenInput[] = [
  {},
  { scope: 'article' },
  { scope: 'all' },
  { countries: ['KG'] },
  { countries: ['UZ', 'KZ'], scope: 'all' },
  { from: 2018, to: 2018 },
  { from: 1990, to: 1990 },
  { from: 2025, to: 2025, domains: ['justice'], confidence: 'high', minimum_sources: 9 },
  { sectors: ['unknown'], scope: 'all' },
  { domains: ['security'], scope: 'all' },
  { frames: ['sco', 'multilateral'] },
  { formats: ['short_course'], venues: ['online'], recommended_only: true },
  { venues: [], recommended_only: false },
  { confidence: 'high', minimum_sources: 2 },
  { level: 0.5 },
  { level: 0.999, scope: 'article', recommended_only: true },
];

/** Inputs beside the filter and the level that offer a choice: each of their options is asked with another filter. */
function choicesOf(name: StatisticName): { name: string; options: readonly string[] }[] {
  const common = new Set(inputFields(catalogue.overview.input).map((field) => field.name));
  return inputFields(catalogue[name].input).filter(({ name: own, kind }) => kind === 'choice' && !common.has(own));
}

function mostOptions(): number {
  return Math.max(...statisticNames.flatMap((name) => choicesOf(name).map(({ options }) => options.length)));
}

/** How many inputs each statistic is asked: every filter and every option at least once. */
export const inputsPerStatistic = Math.max(filters.length, mostOptions() + 1);

function caseOf(statistic: StatisticName, place: number): Case {
  const by_command = place === 0 || (place + statisticNames.indexOf(statistic)) % 4 === 0;
  const filter = filters[place % filters.length] ?? {};
  // The first input stays bare, so that the defaults are asked too.
  const chosen =
    place === 0
      ? []
      : choicesOf(statistic).map(({ name, options }) => [name, options[(place - 1) % options.length] ?? null]);
  return { statistic, input: { ...filter, ...(Object.fromEntries(chosen) as GivenInput) }, by_command };
}

/** Every statistic of the catalogue with every input: a new statistic is covered without a line here. */
export const cases: readonly Case[] = statisticNames.flatMap((statistic) =>
  Array.from({ length: inputsPerStatistic }, (_, place) => caseOf(statistic, place)),
);

/** An input as the parameters of an address. */
export function parametersOf(input: GivenInput): string {
  const pairs = Object.entries(input).map(([name, value]): [string, string] => [
    name,
    Array.isArray(value) ? value.join(',') : String(value),
  ]);
  return new URLSearchParams(pairs).toString();
}

/** An input as options of the command line. */
export function optionsOf(input: GivenInput): string[] {
  return Object.entries(input).map(([name, value]) => {
    const flag = `--${name.replaceAll('_', '-')}`;
    if (value === true) return flag;
    if (value === false) return flag.replace('--', '--no-');
    return `${flag}=${Array.isArray(value) ? value.join(',') : String(value)}`;
  });
}
