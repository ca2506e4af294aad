import {
  catalogue,
  withDigits,
  type Chart,
  type DatasetIdentity,
  type StatisticName,
  type Table,
} from '@govexport/analysis';
import type { Caller } from './operations/app-router.ts';
import { showValue, type World } from '@govexport/schema';
import { RequestError } from './problem.ts';

/** The answer of any statistic, for surfaces that treat all of them alike. */
export interface StatisticAnswer {
  readonly statistic: StatisticName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly dataset: DatasetIdentity;
  readonly result: unknown;
}

type Shown<What> = (result: unknown, input: unknown, world: Pick<World, 'senders'>) => What;

/** What a surface shows of an answer. */
export interface Presentation {
  readonly finding: string;
  readonly tables: readonly Table[];
  readonly chart: Chart | null;
}

/**
 * A name from outside as the name of a statistic.
 *
 * @throws RequestError `not-found` where the catalogue has no such statistic
 */
export function statisticNamed(name: string): StatisticName {
  if (Object.hasOwn(catalogue, name)) return name as StatisticName;
  const expected = `one of ${Object.keys(catalogue).join(', ')}`;
  throw new RequestError('not-found', [{ field: 'statistic', value: showValue(name), expected }]);
}

/** Asks a statistic by its name. The input is checked by the procedure. */
export function askStatistic(caller: Caller, name: StatisticName, input: unknown): Promise<StatisticAnswer> {
  const ask = caller.statistics[name] as (input: unknown) => Promise<StatisticAnswer>;
  return ask(input);
}

/**
 * The finding, the tables and the chart of an answer.
 *
 * @param world - what the dataset of the answer declares
 */
export function present({ statistic, input, result }: StatisticAnswer, world: Pick<World, 'senders'>): Presentation {
  const { finding, tables, chart } = catalogue[statistic];
  return {
    finding: (finding as Shown<string>)(result, input, world),
    tables: (tables as Shown<Table[]>)(result, input, world).map(withDigits),
    chart,
  };
}
