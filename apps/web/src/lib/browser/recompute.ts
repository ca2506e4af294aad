import { countField } from '@govexport/analysis/compute/count-programs';
import { countValues, dimensions, isKnown, type DimensionName } from '@govexport/analysis/compute/dimensions';
import { everyRecord, resolveFilter, type FilterInput } from '@govexport/analysis/compute/resolve-filter';
import { keepIf, programsIn, select, type Selection } from '@govexport/analysis/compute/select-programs';
import type { Dataset, Program } from '@govexport/schema';
import type { CountedDataset } from '../explore/counted-program.ts';

/** What a form chooses: the texts of every input that is set. */
export type Choice = Readonly<Record<string, readonly string[]>>;

/** Programs with each value of a facet, and those whose value the sources do not tell. */
export interface FacetAnswer {
  counts: ReadonlyMap<string, number>;
  unknown: number;
}

/** What a choice gives. */
export interface Answer {
  ids: ReadonlySet<string>;
  /** By the name of the input that chooses by the facet; each follows every choice but its own. */
  facets: Readonly<Record<string, FacetAnswer>>;
}

/** Inputs of the filter that every statistic has, and the dimension of each. */
const filterFacets = {
  countries: 'country',
  domains: 'domain',
  sectors: 'sector',
  frames: 'frame',
  formats: 'format',
  venues: 'venue',
} as const satisfies Record<string, DimensionName>;

/** Inputs of the list of programs beside that filter, and the dimension of each. */
const ownFacets = {
  year_basis: 'year_basis',
  host_cities: 'host_city',
  host_province: 'host_province',
  topics: 'topic',
  trainees: 'trainees',
} as const satisfies Record<string, DimensionName>;

const flags = ['security_related', 'technology_component', 'equipment_transfer'] as const;

export { isKnown };

/** Chooses and counts programs as the server does, by the same functions. */
export function recompute(counted: CountedDataset, choice: Choice): Answer {
  const dataset = counted as unknown as Dataset;
  const without = (input: string): Selection => selectionOf(dataset, { ...choice, [input]: [] });
  const dimensionFacet = ([input, name]: [string, DimensionName]) =>
    [input, countValues(without(input), name)] as const;
  return {
    ids: new Set(programsIn(selectionOf(dataset, choice)).map(({ id }) => id)),
    facets: Object.fromEntries([
      ...Object.entries({ ...filterFacets, ...ownFacets }).map(dimensionFacet),
      ...flags.map((flag) => [flag, countFlag(without(flag), flag)] as const),
    ]),
  };
}

function selectionOf(dataset: Dataset, choice: Choice): Selection {
  let selection = select(dataset, resolveFilter(dataset, filterOf(choice)));
  for (const [input, name] of Object.entries(ownFacets)) {
    const wanted = choice[input] ?? [];
    const { field, values } = dimensions[name];
    if (wanted.length > 0)
      selection = keepIf(selection, { field, holds: (program) => isWanted(values(program), wanted) });
  }
  for (const flag of flags) {
    const wanted = choice[flag] ?? [];
    const holds = (program: Pick<Program, typeof flag>) => isWanted(answerIn(program[flag]), wanted);
    if (wanted.length > 0) selection = keepIf(selection, { field: flag, holds });
  }
  return selection;
}

function filterOf(choice: Choice): FilterInput {
  const number = (name: string): number | null => (choice[name]?.[0] === undefined ? null : Number(choice[name][0]));
  const recommended = choice['recommended_only']?.[0];
  const lists = Object.fromEntries(Object.keys(filterFacets).map((name) => [name, choice[name] ?? []]));
  return {
    ...(lists as unknown as Pick<FilterInput, 'countries' | 'domains' | 'sectors' | 'frames' | 'formats'>),
    // Not chosen: those of the scope. Chosen and empty: any.
    venues: choice['venues'] as FilterInput['venues'],
    scope: choice['scope']?.[0] ?? everyRecord,
    from: number('from'),
    to: number('to'),
    confidence: (choice['confidence']?.[0] ?? 'low') as FilterInput['confidence'],
    minimum_sources: number('minimum_sources') ?? 1,
    recommended_only: recommended === undefined ? undefined : recommended === 'true',
  };
}

function isWanted(found: readonly string[], wanted: readonly string[]): boolean {
  return found.length === 0 ? !wanted.every(isKnown) : found.some((value) => wanted.includes(value));
}

function answerIn(value: boolean | null): string[] {
  return value === null ? [] : [value ? 'yes' : 'no'];
}

function countFlag(selection: Selection, flag: (typeof flags)[number]): FacetAnswer {
  const counts = new Map([
    ['yes', 0],
    ['no', 0],
  ]);
  let unknown = 0;
  for (const { example, count } of countField(selection, flag)) {
    const [value] = answerIn(example[flag]);
    if (value === undefined) unknown += count;
    else counts.set(value, (counts.get(value) ?? 0) + count);
  }
  return { counts, unknown };
}
