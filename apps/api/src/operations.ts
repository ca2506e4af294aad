import { askStatistic, catalogue, MetaAnswer, statisticNames, type Caller } from '@govexport/router';
import type { z } from 'zod';
import { citationOperations, recordOperations, tableListOperation } from './record-operations.ts';

/** One procedure of the router as a REST operation. */
export interface Operation {
  /** Name of the operation: that of its procedure, where one answers it whole. */
  readonly id: string;
  /** Address in Hono's notation; a part that begins with a colon is an input. */
  readonly route: string;
  readonly tag: 'Statistics' | 'Records' | 'Dataset';
  readonly summary: string;
  readonly description: string;
  /** Input of the procedure; null where it takes none. */
  readonly input: z.ZodType | null;
  readonly output: z.ZodType;
  /** Inputs of an example that answers; null where the published data holds none. */
  readonly example: Readonly<Record<string, string>> | null;
  readonly ask: (caller: Caller, input: never) => Promise<unknown>;
}

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
