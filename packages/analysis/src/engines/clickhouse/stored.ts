import { valueAt, type Table } from '@govexport/schema';
import { columnsOf, type Column } from '../sql/column.ts';
import { quotedName, storedName } from '../sql/clickhouse-dialect.ts';

const types = { text: 'String', integer: 'Int64', number: 'Float64', boolean: 'UInt8' } as const;

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
  const columns = columnsOf(name);
  return (record) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = valueAt(record, column.path);
        const { within } = column;
        const stored =
          within === null || within.length === 0 ? value : (value as object[]).map((item) => valueAt(item, within));
        return [storedName(column), stored];
      }),
    );
}
