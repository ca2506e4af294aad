import type { SyncEngine } from '../../query/engine.ts';
import type { Cell, CountQuery, Query, RowsQuery, Scalar, Where } from '../../query/query.ts';
import type { Dataset } from '@govexport/schema';
import { passing, type Column } from './column.ts';
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
 * memoryEngine({ borders: [{ name: 'All' }] }).ask([{ kind: 'count', table: 'borders', where: everything, by: {} }]); // [[{ by: {}, count: 1 }]]
 */
export function memoryEngine(dataset: Partial<Dataset>): MemoryEngine {
  const engine = engines.get(dataset) ?? engineOf(dataset as Tables);
  engines.set(dataset, engine);
  return engine;
}

type Tables = Readonly<Record<string, readonly Row[] | undefined>>;

function recordsOf(dataset: Tables, name: string): readonly Row[] {
  const { [name]: records = [] } = dataset;
  return records;
}

function engineOf(dataset: Tables): MemoryEngine {
  const tables = new Map<string, MemoryTable>();
  const tableOf = (name: string): MemoryTable => {
    const table = tables.get(name) ?? memoryTable(recordsOf(dataset, name), tableOf);
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

/** Chooses the records that meet a condition. What several questions to a table have in common is looked at once. */
function chooser(tableOf: (name: string) => MemoryTable): Choose {
  const known = new Map<MemoryTable, Map<Where | string, RowSet>>();
  const choose: Choose = (table, where) => {
    const ofTable = known.get(table) ?? new Map<Where | string, RowSet>();
    known.set(table, ofTable);
    const found = ofTable.get(where);
    if (found !== undefined) return found;
    const text = JSON.stringify(where);
    const made = ofTable.get(text) ?? meeting(table, where, table.rows);
    ofTable.set(where, made).set(text, made);
    return made;
  };
  const meeting = (table: MemoryTable, where: Where, rows: RowSet): RowSet => {
    switch (where.op) {
      case 'and':
        return where.of.reduce(
          (left, part) => (left === table.rows ? choose(table, part) : meeting(table, part, left)),
          rows,
        );
      case 'or':
        return unionOf(
          where.of.map((part) => meeting(table, part, rows)),
          rows.length,
        );
      case 'not':
        return without(rows, meeting(table, where.of, rows));
      case 'known':
        return keep(rows, table.column({ known: where.field }), (known) => known === true);
      case 'in': {
        const wanted = new Set(where.values);
        return keep(rows, table.column(where.key), (value) => wanted.has(value));
      }
      case 'range':
        return keep(rows, table.column(where.key), (value) => within(value, where));
      case 'cites': {
        const cited = tableOf(where.table);
        const ids = new Set(itemsIn(cited.records, choose(cited, where.where)).map(({ id }) => id));
        return keep(rows, table.column({ each: where.field }), (value) => ids.has(value));
      }
      case 'cited_by': {
        const { items, ...citing } = tableOf(where.table).column({ each: where.field });
        const groups = countGroups([citing], choose(tableOf(where.table), where.where));
        const places = groups.flatMap(({ codes: [code = 0] }) => citing.places?.[code] ?? []);
        const ids = new Set(places.map((place) => items[place]));
        return keep(rows, table.column({ field: 'id' }), (value) => ids.has(value));
      }
    }
  };
  return choose;
}

function keep(rows: RowSet, column: Column, passes: (item: Scalar) => boolean): RowSet {
  return keepRows(rows, column.codes, passing(column, passes));
}

function within(value: Scalar, { from, to }: { readonly from: Scalar; readonly to: Scalar }): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to);
}

interface Counting {
  readonly by: Record<string, Scalar>;
  count: number;
  sum?: number;
}

/** Counts by codes, which are few, and then takes lists apart. */
function countCells(table: MemoryTable, rows: RowSet, { by, sum }: CountQuery): Cell[] {
  const columns = Object.values(by).map(table.column);
  const valuesAt = namer(Object.keys(by), columns);
  const summed = sum === undefined ? [] : [table.column({ field: sum })];
  const groups = countGroups([...columns, ...summed], rows);
  if (sum === undefined && columns.every(({ places }) => places === null)) {
    return groups.map(({ codes, count }) => ({ by: valuesAt(codes), count }));
  }
  const cells = new Map<string | number, Counting>();
  for (const { codes, count } of groups) {
    for (const places of combinations(columns, codes)) {
      const key = places.length === 1 ? (places[0] ?? 0) : places.join();
      const cell = cells.get(key) ?? { by: valuesAt(places), count: 0 };
      cells.set(key, cell);
      cell.count += count;
      for (const { items } of summed) cell.sum = (cell.sum ?? 0) + Number(items[codes.at(-1) ?? 0]) * count;
    }
  }
  return [...cells.values()];
}

/** Every combination of the places of codes, one of each column. */
function combinations(columns: readonly Column[], codes: readonly number[]): readonly (readonly number[])[] {
  return columns.reduce<readonly (readonly number[])[]>(
    (found, { places }, index) => {
      const code = codes[index] ?? 0;
      const list = places?.[code] ?? [code];
      return found.flatMap((before) => list.map((place) => [...before, place]));
    },
    [[]],
  );
}

/** Gives the values at places of columns by name. */
function namer(names: readonly string[], columns: readonly Column[]) {
  return (places: readonly number[]): Record<string, Scalar> => {
    const values: Record<string, Scalar> = {};
    for (let index = 0; index < names.length; index += 1) {
      values[names[index] ?? ''] = columns[index]?.items[places[index] ?? 0] ?? null;
    }
    return values;
  };
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
  return left.slice(0, limit).map(({ record }) => {
    const row: Record<string, unknown> = {};
    for (const [field, read] of readers) row[field] = read(record);
    return row;
  });
}

/** Unknown values come last in either direction. */
function compareValues(a: Scalar, b: Scalar, sign: number): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}
