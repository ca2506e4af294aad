import { tableSchemaOf } from '@govexport/schema';
import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer';
import type { PublishedTable } from '../panels.ts';

const types: Readonly<Record<string, BasicType>> = { integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' };

/** A table as Parquet, with the types of its Table Schema; texts stand as they are. */
export function parquetBytes({ table, rows }: PublishedTable): Uint8Array {
  const columnData = tableSchemaOf(table).fields.map(({ name, type }) => ({
    name,
    type: types[type] ?? ('STRING' as const),
    data: rows.map((row) => row[name] ?? null),
  }));
  const kvMetadata = [{ key: 'description', value: table.description }];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'govexport' }));
}
