import { catalogue } from '@govexport/analysis';
import { inferCrosstab } from '@govexport/analysis/compute/crosstab';
import { resolveFilter } from '@govexport/analysis/compute/resolve-filter';
import { openMemory, type Facts } from '@govexport/analysis/facts';
import { run } from '@govexport/analysis/query/engine';
import type { Plan } from '@govexport/analysis/query/plan';
import type { Dataset } from '@govexport/schema';
import { openFilter } from './own-engines.ts';

/** A statistic in its two layers. */
export interface Stages {
  readonly name: string;
  /** Asks its questions and reads the answers. */
  readonly tabulate: () => unknown;
  /** Of the counts of one tabulation; null where there is nothing to infer. */
  readonly infer: (() => unknown) | null;
}

/** A statistic without its particular types. */
interface AnyStatistic {
  readonly plan: (input: object, facts: Facts) => Plan<unknown>;
  readonly infer: (counts: unknown, input: object) => unknown;
}

const level = 0.95;
const drawn = { seed: 1, permutations: 9999 } as const;

/** What the statistics that count programs are asked beside the filter: a line of the table each. */
const ofPrograms: readonly (readonly [line: string, name: keyof typeof catalogue, parameters: object])[] = [
  ['overview', 'overview', {}],
  ['frequency by sector', 'frequency', { by: 'sector' }],
  ['trend', 'trend', drawn],
  ['changepoint', 'changepoint', drawn],
  ['share', 'share', { attribute: 'security_related' }],
  ['participants', 'participants', {}],
  ['duration', 'duration', {}],
  ['coverage', 'coverage', { independent_compilers: false }],
  ['composition by sector', 'composition', { dimension: 'sector' }],
  ['crosstab, sector by frame', 'crosstab', { ...drawn, rows: 'sector', columns: 'frame' }],
  ['scope', 'scope', { ...drawn, split: null }],
  ['hosts by country', 'hosts', { host: 'host_institution', recipient: 'country', top: 10 }],
  ['partnerships', 'partnerships', { date: null }],
  ['reliability', 'reliability', { ...drawn, empty: 'missing' }],
  ['claims', 'claims', {}],
  ['compare', 'compare', {}],
  ['sensitivity of share', 'sensitivity', { statistic: 'share' }],
];

const ofContext: typeof ofPrograms = [
  ['transfers', 'transfers', {}],
  ['adoptions', 'adoptions', {}],
  ['indicators', 'indicators', { indicator: null }],
];

/** The statistics that count programs, in the default scope. */
export function programStages(dataset: Dataset): Stages[] {
  return [...stagesOf(dataset, ofPrograms), oddsRatio(dataset)];
}

/** The statistics that count other records. */
export function contextStages(dataset: Dataset): Stages[] {
  return stagesOf(dataset, ofContext);
}

function stagesOf(dataset: Dataset, lines: typeof ofPrograms): Stages[] {
  const { engine, facts } = openMemory(dataset);
  return lines.map(([line, name, parameters]) => {
    const { plan, infer } = catalogue[name] as unknown as AnyStatistic;
    const input = { ...resolveFilter(facts, { ...openFilter, scope: 'default' }), ...parameters, level };
    const tabulate = () => run(engine, plan(input, facts));
    const counts = tabulate();
    return { name: line, tabulate, infer: () => infer(counts, input) };
  });
}

/** The one method whose cost grows with the counts: it goes through all tables with the margins of one of two by two. */
function oddsRatio({ programs }: Dataset): Stages {
  const [few, many] = [Math.ceil(programs.length / 5), Math.ceil((programs.length * 3) / 10)];
  const n = 2 * (few + many);
  const sides = { rows: ['security', 'civil'], columns: ['bilateral', 'sco'] } as const;
  const table = [
    [few, many],
    [many, few],
  ];
  const counts = { n, known: n, ...sides, table };
  const input = {
    ...openFilter,
    scope: 'all',
    from: null,
    to: null,
    venues: [],
    recommended_only: false,
    level,
  } as const;
  return {
    name: 'crosstab, two by two',
    tabulate: () => counts,
    infer: () => inferCrosstab(counts, { ...input, ...drawn, rows: 'domain', columns: 'frame' }),
  };
}
