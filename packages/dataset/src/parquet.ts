import type { FlatRows } from '@govexport/schema';
import { parquetWriteBuffer } from 'hyparquet-writer';

const types = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/**
 * A table as Parquet, the same bytes each time; texts stand as they are. A column has its type also where it holds no
 * value. The description stands in the metadata of the file.
 *
 * @throws Error of the writer where a value is not of the type of its column
 * @example
 * const columns = [{ name: 'year', type: 'integer' }]
 * parquetOf({ columns, rows: [{ year: 2014 }], description: 'Years.' }).length > 0 // => true
 */
export function parquetOf({
  columns,
  rows,
  description,
}: Pick<FlatRows, 'columns' | 'rows' | 'description'>): Uint8Array<ArrayBuffer> {
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: types[type],
    data: rows.map((row) => row[name] ?? null),
  }));
  const kvMetadata = [{ key: 'description', value: description }];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'govexport' }));
}
