import type { Dataset } from '@govexport/schema';

/** The sources that a record cites, in its order; none where its table has no such field. */
export function sourcesCited(dataset: Dataset, ids: readonly string[] = []): Dataset['sources'][number][] {
  return ids.flatMap((id) => dataset.sources.find((source) => source.id === id) ?? []);
}
