import { valueAt, type Table } from '@govexport/schema';
import { columnsOf, type Column } from '../sql/column.ts';
import { quotedName, storedName } from '../sql/clickhouse-dialect.ts';

/** Numbers that are not whole are kept as they are written: old servers read some of them as a number beside it. */
const types = { text: 'String', integer: 'Int64', number: 'String', boolean: 'UInt8' } as const;

/** The columns of a table as ClickHouse makes them. Whatever is no key may be unknown. */
export function storedColumns({ name, key }: Pick<Table, 'name' | 'key'>): string {
  const typeOf = ({ path, within, type }: Column): string => {
    if (within !== null) return within.length === 0 ? `Array(${types[type]})` : `Array(Nullable(${types[type]}))`;
    return path.length === 1 && key.includes(path[0] ?? '') ? types[type] : `Nullable(${types[type]})`;
  };
  return columnsOf(name)
    .map((column) => `${quotedName(storedName(column))} ${typeOf(column)}`)
    .join(', ');
}

/** Makes rows as ClickHouse holds them from the records of a table. */
export function storedRow(name: string): (record: object) => Record<string, unknown> {
  const columns = columnsOf(name).map((column) => [storedName(column), column] as const);
  return (record) => Object.fromEntries(columns.map(([stored, column]) => [stored, storedValue(record, column)]));
}

function storedValue(record: object, { path, within, type }: Column): unknown {
  const value = valueAt(record, path);
  if (within !== null && within.length > 0) return (value as object[]).map((item) => valueAt(item, within));
  return type === 'number' && typeof value === 'number' ? String(value) : value;
}
