import { tableSchemaOf } from '@govexport/schema';
import { parquetOf, type ColumnType } from '../../parquet.ts';
import type { PublishedTable } from '../panels.ts';

const types: Readonly<Record<string, ColumnType>> = { integer: 'integer', number: 'number', boolean: 'boolean' };

/** A table as Parquet, with the types of its Table Schema. */
export function parquetBytes({ table, rows }: PublishedTable): Uint8Array {
  const columns = tableSchemaOf(table).fields.map(({ name, type }) => ({ name, type: types[type] ?? 'text' }));
  return parquetOf({ columns, rows, description: table.description });
}
