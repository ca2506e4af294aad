import { tables, type Dataset, type Table } from '@govexport/schema';
import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Row } from './record-key.ts';
import { tableFiltersOf } from './table-filters.ts';

/** The tables whose records cite sources. */
const citing: readonly Table[] = (tables as readonly unknown[] as readonly Table[]).filter(
  ({ references }) => references['sources'] === 'sources',
);

const citingNames = citing.map(({ name }) => name) as [string, ...string[]];

/** A record that cites a source. */
export interface CitingRecord {
  readonly table: string;
  readonly id: string;
  /** Its title or name. */
  readonly title: string;
  /** When it was; null where unknown. */
  readonly date: string | null;
}

/** The input that chooses sources by who cites them. */
export function citedByFilter() {
  return z
    .array(z.enum(citingNames))
    .max(limits.list_length)
    .default([])
    .describe('Tables, of which at least one cites the source. Empty: any.');
}

const known = new WeakMap<Dataset, ReadonlyMap<string, readonly CitingRecord[]>>();

/** The records that cite a source, table by table in the order of the dataset. */
export function recordsCiting(dataset: Dataset, source: string): readonly CitingRecord[] {
  const index = known.get(dataset) ?? indexOf(dataset);
  known.set(dataset, index);
  return index.get(source) ?? [];
}

function indexOf(dataset: Dataset): ReadonlyMap<string, readonly CitingRecord[]> {
  const index = new Map<string, CitingRecord[]>();
  for (const { name } of citing) {
    for (const row of dataset[name as 'programs'] as readonly Row[]) {
      const date = row[tableFiltersOf(name).when ?? ''] as string | null | undefined;
      const record = {
        table: name,
        id: String(row['id']),
        title: String(row['title'] ?? row['name']),
        date: date ?? null,
      };
      for (const source of row['sources'] as readonly string[]) {
        index.set(source, [...(index.get(source) ?? []), record]);
      }
    }
  }
  return index;
}

/** Whether a source is cited by a record of one of the tables; an empty list asks nothing. */
export function citingTables(dataset: Dataset, names: readonly string[]): (row: Row) => boolean {
  if (names.length === 0) return () => true;
  return ({ id }) => recordsCiting(dataset, String(id)).some(({ table }) => names.includes(table));
}
