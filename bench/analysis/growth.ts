import { memoryEngine } from '@govexport/analysis/engines/memory';
import type { Where } from '@govexport/analysis/query/query';
import type { Dataset } from '@govexport/schema';
import { shortestTime, milliseconds } from './measure.ts';
import { contextStages, programStages, type Stages } from './stages.ts';
import { syntheticContext, syntheticDataset, withCodings } from './synthetic.ts';

/** A line of the table: a name, and the times to tabulate and to infer for each number of records. */
type Times = Map<string, { tabulate: string[]; infer: string[] }>;

/** Time to make four columns, and to tabulate and infer each statistic, for every number of records. */
export async function growthTable(sizes: readonly number[], seed: number): Promise<string[][]> {
  const times: Times = new Map();
  for (const size of sizes) {
    const programs = withCodings(syntheticDataset(size, seed), seed);
    const making = { name: 'making four columns, once', tabulate: () => makeColumns(programs), infer: null };
    await measure([making, ...programStages(programs)], size, times);
    await measure(contextStages(syntheticContext(size)), size, times);
  }
  return [...times].map(([name, { tabulate, infer }]) => [name, ...tabulate, ...infer]);
}

async function measure(list: readonly Stages[], size: number, times: Times): Promise<void> {
  const runs = size > 100_000 ? 5 : 25;
  for (const { name, tabulate, infer } of list) {
    const line = times.get(name) ?? { tabulate: [], infer: [] };
    line.tabulate.push(milliseconds(await shortestTime(tabulate, runs)));
    line.infer.push(infer === null ? '' : milliseconds(await shortestTime(infer, 5)));
    times.set(name, line);
  }
}

/** A dataset of its own is one that has no columns yet. */
function makeColumns(dataset: Dataset): void {
  const keys = [{ field: 'year' }, { each: 'countries' }, { field: 'venue' }, { field: 'recommended_for_aggregates' }];
  const of = keys.map((key): Where => ({ op: 'in', key, values: [] }));
  memoryEngine({ ...dataset }).records('programs', { op: 'or', of });
}
