import { loadDataset } from '@govexport/dataset';
import type { Dataset } from '@govexport/schema';

/** The published dataset. */
export const published = loadDataset();

/** The published dataset with other programs; its sources stay. */
export function withPrograms(programs: Dataset['programs']): Dataset {
  return { ...published, programs };
}

/** The same records in another order. */
export function shuffled(dataset: Dataset, places: readonly number[]): Dataset {
  const order = <Row>(rows: readonly Row[]): Row[] =>
    rows
      .map((row, index) => ({ row, place: places[index % places.length] ?? 0, index }))
      .sort((a, b) => a.place - b.place || b.index - a.index)
      .map(({ row }) => row);
  return { ...dataset, programs: order(dataset.programs), sources: order(dataset.sources) };
}
