import { viewOf, type OperationId } from '@govexport/router';
import { publishedStatistics } from '@govexport/router/node';
import type { Dataset } from '@govexport/schema';

/** The headline of a statistic before and after. */
export interface ChangedHeadline {
  readonly statistic: string;
  readonly before: string;
  readonly after: string;
}

/** The headlines of statistics with default inputs that differ between two datasets. */
export async function changedHeadlines(before: Dataset, after: Dataset): Promise<ChangedHeadline[]> {
  const [was, is] = [await headlinesOf(before), await headlinesOf(after)];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names
    .map((statistic) => ({ statistic, before: was.get(statistic) ?? none, after: is.get(statistic) ?? none }))
    .filter((one) => one.before !== one.after);
}

const none = 'not offered';

async function headlinesOf(dataset: Dataset): Promise<Map<string, string>> {
  const answers = await publishedStatistics(dataset);
  return new Map(
    Object.entries(answers).map(([name, answer]) => {
      return [name, viewOf(`statistics.${name}` as OperationId, answer, dataset.meta).headline];
    }),
  );
}
