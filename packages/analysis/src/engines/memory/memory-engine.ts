import type { SyncEngine } from '../../query/engine.ts';
import type { Cell, CountQuery, Query, RowsQuery, Scalar, Where } from '../../query/query.ts';
import type { Dataset } from '@govexport/schema';
import { countGroups } from './groups.ts';
import { memoryTable, reader, singleValue, type MemoryTable, type Row } from './memory-table.ts';
import { itemsIn, keepRows, unionOf, without, type RowSet } from './row-set.ts';

/** Also gives the records themselves, which are in memory. */
export interface MemoryEngine extends SyncEngine {
  /** The records of a table that meet a condition, in the order of the dataset. */
  readonly records: (table: string, where: Where) => readonly Row[];
}

const engines = new WeakMap<object, MemoryEngine>();

/**
 * The engine that answers from the records of a loaded dataset, also in a browser. It is made once for each dataset and
 * kept as long as it, and neither the dataset nor its tables may change after. A table that the dataset does not have is
 * empty.
 *
 * @example
 * memoryEngine(dataset).ask([{ kind: 'count', table: 'programs', where: everything, by: {} }]); // => [[{ by: {}, count: 137 }]]
 */
export function memoryEngine(dataset: Partial<Dataset>): MemoryEngine {
  const engine = engines.get(dataset) ?? engineOf(dataset as Readonly<Record<string, readonly Row[] | undefined>>);
  engines.set(dataset, engine);
  return engine;
}

function engineOf(dataset: Readonly<Record<string, readonly Row[] | undefined>>): MemoryEngine {
  const tables = new Map<string, MemoryTable>();
  const tableOf = (name: string): MemoryTable => {
    const table = tables.get(name) ?? memoryTable(dataset[name] ?? [], tableOf);
    tables.set(name, table);
    return table;
  };
  const ask = (queries: readonly Query[]): readonly unknown[] => {
    const chosen = chooser(tableOf);
    return queries.map((query) => {
      const table = tableOf(query.table);
      const rows = chosen(table, query.where);
      return query.kind === 'count' ? countCells(table, rows, query) : readRows(table, rows, query);
    });
  };
  const records: MemoryEngine['records'] = (name, where) => {
    const table = tableOf(name);
    return itemsIn(table.records, chooser(tableOf)(table, where));
  };
  return { synchronous: true, ask, records };
}

type Choose = (table: MemoryTable, where: Where) => RowSet;

/** Chooses the records that meet a condition. A condition that several questions to a table share is looked at once. */
function chooser(tableOf: (name: string) => MemoryTable): Choose {
  const chosen = new Map<MemoryTable, Map<Where, RowSet>>();
  const choose: Choose = (table, where) => {
    const ofTable = chosen.get(table) ?? new Map<Where, RowSet>();
    chosen.set(table, ofTable);
    const found = ofTable.get(where) ?? meeting(table, where, table.rows);
    ofTable.set(where, found);
    return found;
  };
  const meeting = (table: MemoryTable, where: Where, rows: RowSet): RowSet => {
    switch (where.op) {
      case 'and':
        return where.of.reduce((left, part) => meeting(table, part, left), rows);
      case 'or':
        return unionOf(
          where.of.map((part) => meeting(table, part, rows)),
          rows.length,
        );
      case 'not':
        return without(rows, meeting(table, where.of, rows));
      case 'known':
        return keepRows(rows, table.column({ known: where.field }), ([known]) => known === true);
      case 'in': {
        const wanted = new Set(where.values);
        return keepRows(rows, table.column(where.key), (values) => values.some((value) => wanted.has(value)));
      }
      case 'range':
        return keepRows(rows, table.column(where.key), (values) => values.some((value) => within(value, where)));
      case 'cites': {
        const cited = tableOf(where.table);
        const ids = new Set(itemsIn(cited.records, choose(cited, where.where)).map(({ id }) => id));
        return keepRows(rows, table.column({ each: where.field }), (values) => values.some((value) => ids.has(value)));
      }
    }
  };
  return choose;
}

function within(value: Scalar, { from, to }: { readonly from: Scalar; readonly to: Scalar }): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to);
}

/** Counts by codes, which are few, and then takes lists apart. */
function countCells(table: MemoryTable, rows: RowSet, { by, sum }: CountQuery): Cell[] {
  const names = Object.keys(by);
  const columns = Object.values(by).map(table.column);
  const summed = sum === undefined ? [] : [table.column({ field: sum })];
  const cells = new Map<string, { by: Record<string, Scalar>; count: number; sum?: number }>();
  for (const { codes, count } of countGroups([...columns, ...summed], rows)) {
    const added = summed.map(({ values }) => Number(values[codes.at(-1) ?? 0]?.[0] ?? 0) * count);
    for (const values of combinations(columns.map((column, index) => column.values[codes[index] ?? 0] ?? []))) {
      const text = JSON.stringify(values);
      const cell = cells.get(text) ?? { by: named(names, values), count: 0, ...(sum === undefined ? {} : { sum: 0 }) };
      cell.count += count;
      for (const more of added) cell.sum = (cell.sum ?? 0) + more;
      cells.set(text, cell);
    }
  }
  return [...cells.values()];
}

function combinations(lists: readonly (readonly Scalar[])[]): readonly (readonly Scalar[])[] {
  return lists.reduce<readonly (readonly Scalar[])[]>(
    (found, list) => found.flatMap((values) => list.map((value) => [...values, value])),
    [[]],
  );
}

function named(names: readonly string[], values: readonly Scalar[]): Record<string, Scalar> {
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
}

function readRows({ records }: MemoryTable, rows: RowSet, { fields, order, after, limit }: RowsQuery): Row[] {
  const readers = fields.map((field) => [field, reader(field)] as const);
  const keys = order.map(({ key, direction }) => ({
    read: singleValue(key),
    sign: direction === 'ascending' ? 1 : -1,
  }));
  const compare = (a: readonly Scalar[], b: readonly Scalar[]): number => {
    for (const [index, { sign }] of keys.entries()) {
      const found = compareValues(a[index] ?? null, b[index] ?? null, sign);
      if (found !== 0) return found;
    }
    return 0;
  };
  const found = itemsIn(records, rows).map((record) => ({ record, place: keys.map(({ read }) => read(record)) }));
  if (keys.length > 0) found.sort((a, b) => compare(a.place, b.place));
  const left = after === undefined ? found : found.filter(({ place }) => compare(place, after) > 0);
  return left
    .slice(0, limit)
    .map(({ record }) => Object.fromEntries(readers.map(([field, read]) => [field, read(record)])));
}

/** Unknown values come last in either direction. */
function compareValues(a: Scalar, b: Scalar, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}
