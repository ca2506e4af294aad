import {
  catalogue,
  withDigits,
  type Chart,
  type DatasetIdentity,
  type StatisticName,
  type Table,
} from '@govexport/analysis';
import type { Caller } from './operations/app-router.ts';
import { showValue } from '@govexport/schema';
import { RequestError } from './problem.ts';

/** The answer of any statistic, for surfaces that treat all of them alike. */
export interface StatisticAnswer {
  readonly statistic: StatisticName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly dataset: DatasetIdentity;
  readonly result: unknown;
}

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

/** The finding, the tables and the chart of an answer. */
export function present({ statistic, input, result }: StatisticAnswer): Presentation {
  const { finding, tables, chart } = catalogue[statistic];
  return {
    finding: (finding as (result: unknown, input: unknown) => string)(result, input),
    tables: (tables as (result: unknown, input: unknown) => Table[])(result, input).map(withDigits),
    chart,
  };
}
