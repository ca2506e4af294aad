import type { CellValue, FlatRow } from '@govexport/schema';
import { parquetWriteBuffer } from 'hyparquet-writer';

/** What a column of a table holds. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean';

/** A table to write: one value in a cell. */
export interface TypedTable {
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  readonly rows: readonly FlatRow[];
  /** Stands in the metadata of the file; not given: none does. */
  readonly description?: string;
}

const types = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/**
 * A table as Parquet, the same bytes each time; texts stand as they are.
 *
 * @throws Error of the writer where a value is not of the type of its column
 * @example
 * parquetOf({ columns: [{ name: 'year', type: 'integer' }], rows: [{ year: 2014 }] }).length > 0 // => true
 */
export function parquetOf({ columns, rows, description }: TypedTable): Uint8Array<ArrayBuffer> {
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: types[type],
    data: rows.map((row) => valueFor(type, row[name] ?? null)),
  }));
  const metadata = description === undefined ? {} : { kvMetadata: [{ key: 'description', value: description }] };
  return new Uint8Array(parquetWriteBuffer({ columnData, ...metadata, createdBy: 'govexport' }));
}

function valueFor(type: ColumnType, value: CellValue): CellValue {
  return type === 'text' && value !== null ? String(value) : value;
}
