import { catalogue, statisticNames, type Catalogue, type FilterInput, type StatisticName } from '@govexport/analysis';
import { showValue, strictObject, type Dataset } from '@govexport/schema';
import type { z } from 'zod';
import { RequestError } from '../problem.ts';
import type { Context } from '../trpc.ts';
import { MetaAnswer, metaOf } from './meta.ts';
import { exampleStates } from '../records/example-keys.ts';
import { defineOperation, type Operation } from './operation.ts';

/** One operation for each statistic of the catalogue, with its own input and answer. */
type StatisticOperation = {
  [Name in StatisticName]: Operation<
    `statistics.${Name}`,
    z.input<Catalogue[Name]['input']>,
    z.output<Catalogue[Name]['envelope']>
  >;
}[StatisticName];

/** A statistic without its particular types, which the type above gives back. */
interface AnyStatistic {
  readonly title: string;
  readonly summary: string;
  readonly reference: string;
  readonly input: z.ZodType<FilterInput>;
  readonly envelope: z.ZodType;
  readonly answer: (dataset: Dataset, input: never) => unknown;
  readonly uncheckedAnswer: (dataset: Dataset, input: never) => unknown;
}

/** The only place where a statistic becomes an operation. */
function statisticOperation(name: StatisticName): Operation {
  const statistic: AnyStatistic = catalogue[name];
  const { title, summary, reference } = statistic;
  return {
    id: `statistics.${name}`,
    path: `/statistics/${name}`,
    command: name,
    tag: 'Statistics',
    title,
    description: `${summary} Reference: ${reference}`,
    get input() {
      return statistic.input;
    },
    get output() {
      return statistic.envelope;
    },
    // A promise also where it is answered at once, so that what is thrown comes the same way.
    async ask({ dataset, compute, unchecked }: Context, given: never) {
      expectOffered(name, dataset);
      if (compute !== undefined) return compute({ statistic: name, input: given });
      return unchecked === true ? statistic.uncheckedAnswer(dataset, given) : statistic.answer(dataset, given);
    },
    view: { statistic: name },
    example: { from: 2007, to: 2020, countries: exampleStates },
  };
}

/**
 * The statistics that a dataset can answer, in the order of menus.
 *
 * @example
 * offeredStatistics(dataset).includes('trend') // => true
 */
export function offeredStatistics(dataset: Dataset): StatisticName[] {
  return statisticNames.filter((name) => catalogue[name].lacks(dataset) === null);
}

/** @throws RequestError `not-found` where the dataset lacks what the statistic needs */
function expectOffered(name: StatisticName, dataset: Dataset): void {
  const lack = catalogue[name].lacks(dataset);
  if (lack === null) return;
  const value = `${showValue(name)}, which the dataset cannot answer: it lacks ${lack}`;
  throw new RequestError('not-found', [
    { field: 'statistic', value, expected: `one of ${offeredStatistics(dataset).join(', ')}` },
  ]);
}

/** The statistics, in one mapping over the catalogue. */
export const statisticOperations = statisticNames.map(statisticOperation) as StatisticOperation[];

/** What statistics there are. */
export const statisticList = defineOperation({
  id: 'statistics.list',
  path: '/statistics',
  command: null,
  tag: 'Statistics',
  title: 'List statistics',
  description: 'Every statistic with its title, what it answers and where its method is published.',
  input: strictObject(() => ({})),
  output: MetaAnswer.pick({ dataset: true, statistics: true }),
  ask: ({ dataset }) => {
    const { dataset: identity, statistics } = metaOf(dataset);
    return { dataset: identity, statistics };
  },
  view: null,
  example: {},
});
