import { columnsOf } from '@govexport/analysis/columns/program-columns';
import { inferComposition, tabulateComposition } from '@govexport/analysis/compute/composition';
import { inferCrosstab, tabulateCrosstab } from '@govexport/analysis/compute/crosstab';
import { inferFrequency, tabulateFrequency } from '@govexport/analysis/compute/frequency';
import { inferHosts, tabulateHosts } from '@govexport/analysis/compute/hosts';
import { inferOverview, tabulateOverview } from '@govexport/analysis/compute/overview';
import { resolveFilter } from '@govexport/analysis/compute/resolve-filter';
import { select, type Selection } from '@govexport/analysis/compute/select-programs';
import { inferShare, tabulateShare } from '@govexport/analysis/compute/share';
import { inferTrend, tabulateTrend } from '@govexport/analysis/compute/trend';
import type { Dataset } from '@govexport/schema';
import { medianTime, milliseconds } from './measure.ts';
import { openFilter } from './own-engines.ts';
import { syntheticDataset } from './synthetic.ts';

interface Stages {
  readonly name: string;
  readonly tabulate: () => unknown;
  readonly infer: () => unknown;
}

function stages<Counts>(name: string, tabulate: () => Counts, infer: (counts: Counts) => unknown): Stages {
  const counts = tabulate();
  return { name, tabulate, infer: () => infer(counts) };
}

function statisticsOf(dataset: Dataset): Stages[] {
  const filter = { ...resolveFilter(dataset, { ...openFilter, scope: 'default' }), level: 0.95 };
  const chosen = (): Selection => select(dataset, filter);
  const frequency = { ...filter, by: 'sector' } as const;
  const composition = { ...filter, dimension: 'sector' } as const;
  const crosstab = { ...filter, rows: 'domain', columns: 'frame', seed: 1 } as const;
  const hosts = { ...filter, host: 'host_institution', recipient: 'country', top: 10, seed: 1, samples: 200 } as const;
  const trend = { ...filter, seed: 1, permutations: 1000 };
  return [
    stages(
      'frequency by sector',
      () => tabulateFrequency(chosen(), frequency),
      (counts) => inferFrequency(counts, frequency),
    ),
    stages(
      'trend',
      () => tabulateTrend(chosen(), trend),
      (counts) => inferTrend(counts, trend),
    ),
    stages(
      'share',
      () => tabulateShare(chosen(), 'security_related'),
      (counts) => inferShare(counts, 0.95),
    ),
    stages(
      'composition by sector',
      () => tabulateComposition(chosen(), 'sector'),
      (counts) => inferComposition(counts, composition),
    ),
    stages(
      'crosstab, domain by frame',
      () => tabulateCrosstab(chosen(), crosstab),
      (counts) => inferCrosstab(counts, crosstab),
    ),
    stages(
      'hosts by country, 200 resamples',
      () => tabulateHosts(chosen(), hosts),
      (counts) => inferHosts(counts, hosts),
    ),
    stages(
      'overview',
      () => tabulateOverview(chosen(), dataset.sources),
      (counts) => inferOverview(counts, filter),
    ),
  ];
}

/** Time to make four columns, and to tabulate and infer each statistic, for every number of records. */
export async function growthTable(sizes: readonly number[], seed: number): Promise<string[][]> {
  const columns: string[][] = [];
  for (const size of sizes) {
    const dataset = syntheticDataset(size, seed);
    const runs = size > 100_000 ? 7 : 25;
    const times = [milliseconds(await medianTime(() => makeColumns(dataset), runs)), ''];
    for (const { tabulate, infer } of statisticsOf(dataset)) {
      times.push(milliseconds(await medianTime(tabulate, runs)), milliseconds(await medianTime(infer, 3)));
    }
    columns.push(times);
  }
  const names = statisticsOf(syntheticDataset(100, seed)).map(({ name }) => name);
  return ['making four columns, once', ...names].map((name, row) => [
    name,
    ...columns.map((times) => times[row * 2] ?? ''),
    ...columns.map((times) => times[row * 2 + 1] ?? ''),
  ]);
}

/** A list of its own is a list that has no view yet. */
function makeColumns({ programs }: Dataset): void {
  const view = columnsOf({ programs: [...programs] });
  for (const name of ['year', 'countries', 'venue', 'recommended_for_aggregates'] as const) view.column(name);
}
