import { askStatistic, catalogue, MetaAnswer, statisticNames } from '@govexport/router';
import { citationOperations, recordOperations, tableListOperation, type Operation } from './record-operations.ts';

export type { Operation } from './record-operations.ts';

/** The statistics, in one mapping over the catalogue: a new one needs no line here. */
const statistics: readonly Operation[] = statisticNames.map((name) => ({
  id: `statistics.${name}`,
  route: `/v1/statistics/${name}`,
  tag: 'Statistics',
  summary: catalogue[name].title,
  description: `${catalogue[name].summary} Reference: ${catalogue[name].reference}`,
  input: catalogue[name].input,
  output: catalogue[name].envelope,
  example: { from: '2007', to: '2020', countries: 'KZ,KG' },
  ask: (caller, input) => askStatistic(caller, name, input),
}));

const list: Operation = {
  id: 'statistics.list',
  route: '/v1/statistics',
  tag: 'Statistics',
  summary: 'List statistics',
  description: 'Every statistic with its title, what it answers and where its method is published.',
  input: null,
  output: MetaAnswer.pick({ dataset: true, statistics: true }),
  example: {},
  ask: async (caller) => {
    const { dataset, statistics } = await caller.meta();
    return { dataset, statistics };
  },
};

const meta: Operation = {
  id: 'meta',
  route: '/v1/meta',
  tag: 'Dataset',
  summary: 'Describe the dataset',
  description: 'What the dataset says about itself, every statistic and every vocabulary.',
  input: null,
  output: MetaAnswer,
  example: {},
  ask: (caller) => caller.meta(),
};

/** Every operation of the REST API. */
export const operations: readonly Operation[] = [
  list,
  ...statistics,
  ...recordOperations,
  tableListOperation,
  ...citationOperations,
  meta,
];

/** Names of the inputs that stand in the address of an operation. */
export function pathInputs({ route }: Operation): string[] {
  return [...route.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
}
