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
  const tables = Object.entries(dataset).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? order(value as readonly unknown[]) : value,
  ]);
  return Object.fromEntries(tables) as Dataset;
}

type Program = Dataset['programs'][number];

/** Programs that differ from the first published one as given, each with an id of its own. */
export function programs(...changes: Partial<Program>[]): Dataset {
  const [first] = published.programs;
  return withPrograms(changes.map((change, index) => ({ ...first, id: `GX-${9000 + index}`, ...change }) as Program));
}
