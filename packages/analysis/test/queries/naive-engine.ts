import { isKnown, type Dataset } from '@govexport/schema';
import type { SyncEngine } from '../../src/query/engine.ts';
import type { Cell, CountQuery, Key, RowsQuery, Scalar, Where } from '../../src/query/query.ts';

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

/** Answers questions by a plain loop over the records, for engines to be held against: it keeps nothing and hurries nowhere. */
export function naiveEngine(dataset: Dataset): SyncEngine {
  const tables = dataset as unknown as Tables;
  return {
    synchronous: true,
    ask: (queries) =>
      queries.map((query) => {
        const records = (tables[query.table] ?? []).filter((record) => meets(record, query.where, tables));
        return query.kind === 'count' ? countOf(records, query, tables) : rowsOf(records, query, tables);
      }),
  };
}

/** What stands at a path; of a list, that of each item. */
function at(record: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((holder, name) => {
    if (Array.isArray(holder)) return holder.map((item) => (item as Row)[name]);
    return (holder as Row | null)?.[name] ?? null;
  }, record);
}

function itemsAt(record: Row, path: string): Scalar[] {
  const value = at(record, path);
  return Array.isArray(value) ? (value as Scalar[]) : value === null ? [] : [value as Scalar];
}

/** Every value that a key gives a record. */
function valuesOf(key: Key, record: Row, tables: Tables): Scalar[] {
  if ('field' in key) return [at(record, key.field) as Scalar];
  if ('size' in key) return [itemsAt(record, key.size).length];
  if ('known' in key) return [isKnown(at(record, key.known))];
  if ('part' in key) return [partOf(at(record, key.of) as string | null, key)];
  if ('list' in key) {
    const { until } = key;
    const items = itemsAt(record, key.list).map((item) =>
      until === undefined ? item : (String(item).split(until)[0] ?? null),
    );
    return [JSON.stringify(items)];
  }
  const items = itemsAt(record, key.each);
  if (key.through === undefined) return orNull(items);
  const [table = '', field = ''] = key.through.split('.');
  return orNull(
    items.flatMap((id) =>
      (tables[table] ?? []).filter((one) => one['id'] === id).map((one) => at(one, field) as Scalar),
    ),
  );
}

function orNull(items: readonly Scalar[]): Scalar[] {
  return items.length === 0 ? [null] : [...new Set(items)];
}

function partOf(date: string | null, { part, startsIn = 1 }: Extract<Key, { part: unknown }>): Scalar {
  if (date === null) return null;
  const [year = '', month] = date.split('-');
  if (part === 'precision') return { 4: 'year', 7: 'month', 10: 'day' }[date.length] ?? null;
  if (part === 'month') return month === undefined ? null : Number(month);
  if (startsIn === 1) return Number(year);
  return month === undefined ? null : Number(year) + (Number(month) >= startsIn ? 1 : 0);
}

function meets(record: Row, where: Where, tables: Tables): boolean {
  switch (where.op) {
    case 'and':
      return where.of.every((part) => meets(record, part, tables));
    case 'or':
      return where.of.some((part) => meets(record, part, tables));
    case 'not':
      return !meets(record, where.of, tables);
    case 'known':
      return isKnown(at(record, where.field));
    case 'in':
      return valuesOf(where.key, record, tables).some((value) => where.values.includes(value));
    case 'cites':
      return itemsAt(record, where.field).some((id) =>
        (tables[where.table] ?? []).some((cited) => cited['id'] === id && meets(cited, where.where, tables)),
      );
    case 'cited_by':
      return (tables[where.table] ?? []).some(
        (citing) => itemsAt(citing, where.field).includes(String(record['id'])) && meets(citing, where.where, tables),
      );
    case 'range': {
      const { from, to } = where;
      return valuesOf(where.key, record, tables).some(
        (value) => value !== null && (from === null || value >= from) && (to === null || value <= to),
      );
    }
  }
}

function countOf(records: readonly Row[], { by, sum }: CountQuery, tables: Tables): Cell[] {
  const cells = new Map<string, { by: Record<string, Scalar>; count: number; sum?: number }>();
  for (const record of records) {
    const combined = Object.entries(by).reduce<Record<string, Scalar>[]>(
      (found, [name, key]) =>
        found.flatMap((values) => valuesOf(key, record, tables).map((value) => ({ ...values, [name]: value }))),
      [{}],
    );
    for (const values of combined) {
      const text = JSON.stringify(values);
      const cell = cells.get(text) ?? { by: values, count: 0, ...(sum === undefined ? {} : { sum: 0 }) };
      cell.count += 1;
      if (sum !== undefined) cell.sum = (cell.sum ?? 0) + ((at(record, sum) as number | null) ?? 0);
      cells.set(text, cell);
    }
  }
  return [...cells.values()];
}

function rowsOf(records: readonly Row[], query: RowsQuery, tables: Tables): Row[] {
  const { fields, order, after, limit } = query;
  const keysOf = (record: Row): Scalar[] => order.flatMap(({ key }) => valuesOf(key, record, tables));
  const compare = (a: readonly Scalar[], b: readonly Scalar[]): number =>
    order.reduce((found, { direction }, index) => {
      if (found !== 0) return found;
      const [x, y] = [a[index] ?? null, b[index] ?? null];
      if (x === y) return 0;
      if (x === null || y === null) return x === null ? 1 : -1;
      return (x < y ? -1 : 1) * (direction === 'ascending' ? 1 : -1);
    }, 0);
  return records
    .map((record) => ({ record, keys: keysOf(record) }))
    .sort((a, b) => compare(a.keys, b.keys))
    .filter(({ keys }) => after === undefined || compare(keys, after) > 0)
    .slice(0, limit)
    .map(({ record }) => Object.fromEntries(fields.map((field) => [field, at(record, field)])));
}
