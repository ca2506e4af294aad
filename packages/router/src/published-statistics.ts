import { canonicalJson, type Dataset } from '@govexport/schema';
import { createCaller } from './operations/app-router.ts';
import { offeredStatistics } from './operations/statistics.ts';
import { askStatistic, type StatisticAnswer } from './ask-statistic.ts';

/**
 * The answers of all statistics that a dataset offers, with default inputs, by name: what `statistics.json` of a dataset package holds.
 *
 * @example
 * (await publishedStatistics(openDataset())).trend.statistic // => 'trend'
 */
export async function publishedStatistics(dataset: Dataset): Promise<Record<string, StatisticAnswer>> {
  const caller = createCaller({ dataset });
  const answers: Record<string, StatisticAnswer> = {};
  for (const name of offeredStatistics(dataset)) answers[name] = await askStatistic(caller, name, {});
  return answers;
}

/** The text of `statistics.json`: canonical JSON with one answer on a line, so that a change is seen where it is. */
export function statisticsText(answers: Readonly<Record<string, StatisticAnswer>>): string {
  const lines = Object.entries(answers).map(([name, answer]) => `${canonicalJson(name)}:${canonicalJson(answer)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
