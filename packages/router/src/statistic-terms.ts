import type { StatisticName } from '@govexport/analysis';
import { tables, type Dataset, type TableName } from '@govexport/schema';

/** The tables with terms of their own that a statistic counts beside the programs. */
const counted: Readonly<Partial<Record<StatisticName, TableName>>> = {
  indicators: 'indicators',
  compare: 'us_training_totals',
};

/** The terms under which the numbers of a statistic stand: the licence of the dataset, and whom to name beside it. */
export interface StatisticTerms {
  readonly license: string;
  readonly credits: readonly string[];
}

/** The terms under which the numbers of a statistic may be passed on. */
export function statisticTerms({ meta }: Pick<Dataset, 'meta'>, statistic: StatisticName): StatisticTerms {
  const table = tables.find(({ name }) => name === counted[statistic]);
  const credits = (table?.licenses ?? []).map(({ name, note }) => `${table?.title ?? ''}: ${name}. ${note}`);
  return { license: meta.license, credits };
}
