import { dimensions, isKnown, keyOf, planValues, type DimensionName } from '@govexport/analysis/compute/dimensions';
import { checkedWhere, programsWhere } from '@govexport/analysis/compute/filter-where';
import { everyRecord, resolveFilter, type FilterInput } from '@govexport/analysis/compute/resolve-filter';
import { planShareWhere } from '@govexport/analysis/compute/share';
import { openMemory, type Facts } from '@govexport/analysis/facts';
import { run } from '@govexport/analysis/query/engine';
import { all, map, type Plan } from '@govexport/analysis/query/plan';
import type { Key, Scalar, Where } from '@govexport/analysis/query/query';
import type { Dataset } from '@govexport/schema';
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

/** Chooses and counts programs as the server does, by the same questions. */
export function recompute(counted: CountedDataset, choice: Choice): Answer {
  const { engine, facts: known } = openMemory(counted as unknown as Dataset);
  const facts = { ...known, checked: counted.checked };
  const without = (input: string): Where => whereOf(facts, { ...choice, [input]: [] });
  const facets: [string, Plan<FacetAnswer>][] = [
    ...Object.entries({ ...filterFacets, ...ownFacets }).map(([input, name]): [string, Plan<FacetAnswer>] => [
      input,
      planValues(without(input), name, facts.meta.recipients),
    ]),
    ...flags.map((flag): [string, Plan<FacetAnswer>] => [flag, planFlag(without(flag), flag)]),
  ];
  return {
    ids: new Set(engine.records('programs', whereOf(facts, choice)).map(({ id }) => String(id))),
    facets: run(engine, all(Object.fromEntries(facets))),
  };
}

function whereOf(facts: Facts, choice: Choice): Where {
  const own = Object.entries(ownFacets).map(([input, name]): Where[] =>
    wanted({ key: keyOf(name), field: dimensions[name].field }, choice[input] ?? []),
  );
  const answers = flags.map((flag) =>
    wanted({ key: { field: flag }, field: flag }, (choice[flag] ?? []).map(answerOf)),
  );
  const checked = choice['checked']?.[0] === 'true' ? [checkedWhere(facts)] : [];
  const filter = programsWhere(resolveFilter(facts, filterOf(choice)));
  return { op: 'and', of: [filter, ...checked, ...own.flat(), ...answers.flat()] };
}

/** The programs that have a wanted value; where a word for unknown is wanted, also those whose value is not told. */
function wanted({ key, field }: { key: Key; field: string }, values: readonly Scalar[]): Where[] {
  if (values.length === 0) return [];
  const told: Where = { op: 'in', key, values };
  return [values.every(isKnown) ? told : { op: 'or', of: [told, { op: 'not', of: { op: 'known', field } }] }];
}

function answerOf(word: string): Scalar {
  return word === 'yes' || word === 'no' ? word === 'yes' : word;
}

function planFlag(where: Where, flag: (typeof flags)[number]): Plan<FacetAnswer> {
  return map(planShareWhere(where, flag), ({ yes, no, unknown }) => ({
    counts: new Map([
      ['yes', yes],
      ['no', no],
    ]),
    unknown,
  }));
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
