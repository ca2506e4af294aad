import { isKnown } from '@govexport/schema/vocabularies';
import type { Key, Scalar } from '../../query/query.ts';
import { columnOfLists, columnOfValues, intern, type Column } from './column.ts';
import { everyRow, type RowSet } from './row-set.ts';

/** One record, by the names of its fields. */
export type Row = Readonly<Record<string, unknown>>;

/** A table of records with the columns that questions have asked for. */
export interface MemoryTable {
  readonly records: readonly Row[];
  /** The set of all records. */
  readonly rows: RowSet;
  /** The column of a key, made when it is first asked for: of each record the different values that the key gives it. */
  readonly column: (key: Key) => Column;
}

type Part = Extract<Key, { readonly part: unknown }>;

/** The columnar view of records. */
export function memoryTable(records: readonly Row[], tables: (name: string) => MemoryTable): MemoryTable {
  const columns = new Map<string, Column>();
  const column = (key: Key): Column => {
    const name = 'field' in key ? key.field : JSON.stringify(key);
    const made = columns.get(name) ?? make(key);
    columns.set(name, made);
    return made;
  };
  const make = (key: Key): Column => {
    if (!('each' in key)) return columnOfValues(records, singleValue(key));
    if (key.through === undefined) {
      const { codes, values } = intern(records, reader(key.each), keyOfList);
      return columnOfLists(codes, values.map(itemsOf));
    }
    const { codes, items, places } = column({ each: key.each });
    const fields = items.map(referred(key.through, tables));
    return columnOfLists(
      codes,
      (places ?? []).map((list) => list.flatMap((place) => fields[place] ?? [])),
    );
  };
  return { records, rows: everyRow(records.length), column };
}

/** The one value that a key gives each record. */
export function singleValue(key: Exclude<Key, { readonly each: string }>): (record: Row) => Scalar {
  if ('field' in key) return reader(key.field) as (record: Row) => Scalar;
  const read = reader('size' in key ? key.size : 'known' in key ? key.known : 'part' in key ? key.of : key.list);
  if ('size' in key) return (record) => itemsOf(read(record)).length;
  if ('known' in key) return (record) => isKnown(read(record));
  if ('part' in key) return (record) => partOf(read(record) as string | null, key);
  return (record) => listText(itemsOf(read(record)), key.until);
}

/** Reads what stands at a path, null where it leads nowhere; of a list, that of each item. */
export function reader(path: string): (record: Row) => unknown {
  const [first = '', second] = path.split('.');
  if (second === undefined) return (record) => record[first] ?? null;
  const within = (value: unknown): unknown => (value as Row | null)?.[second] ?? null;
  return (record) => {
    const value = record[first] ?? null;
    return Array.isArray(value) ? value.map(within) : within(value);
  };
}

function itemsOf(value: unknown): readonly Scalar[] {
  if (Array.isArray(value)) return value as readonly Scalar[];
  return value === null ? [] : [value as Scalar];
}

/** Stands for a list: no other list has the same. */
function keyOfList(value: unknown): Scalar {
  const items = itemsOf(value);
  return items.length === 1 && typeof items[0] === 'string' ? ` ${items[0]}` : JSON.stringify(items);
}

function listText(items: readonly Scalar[], until: string | undefined): string {
  return JSON.stringify(until === undefined ? items : items.map((item) => String(item).split(until, 1)[0]));
}

/** What the records that ids name have in a field, given as `table.field`. */
function referred(through: string, tables: (name: string) => MemoryTable): (id: Scalar) => Scalar[] {
  const [table = '', field = ''] = through.split('.');
  const fields = new Map(tables(table).records.map((record) => [record['id'], record[field] as Scalar]));
  return (id) => {
    const found = fields.get(id);
    return found === undefined ? [] : [found];
  };
}

const precisions: Readonly<Record<number, string>> = { 4: 'year', 7: 'month', 10: 'day' };

function partOf(date: string | null, { part, startsIn = 1 }: Part): Scalar {
  if (date === null) return null;
  if (part === 'precision') return precisions[date.length] ?? null;
  const month = date.length < 7 ? null : Number(date.slice(5, 7));
  if (part === 'month') return month;
  const year = Number(date.slice(0, 4));
  if (startsIn === 1) return year;
  return month === null ? null : year + (month >= startsIn ? 1 : 0);
}
