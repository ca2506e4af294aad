import type { Dataset } from '@govexport/schema';
import type { z } from 'zod';
import { catalogue, type StatisticName } from '../src/catalogue.ts';

/** A statistic without its particular types. */
interface AnyStatistic {
  readonly input: z.ZodType;
  readonly answer: (dataset: Dataset, input: unknown) => { input: unknown; result: unknown };
}

/** Asks a statistic by its name. */
export function ask(name: StatisticName, dataset: Dataset, given: object): { input: unknown; result: unknown } {
  const { input, answer } = catalogue[name] as unknown as AnyStatistic;
  return answer(dataset, input.parse(given));
}
