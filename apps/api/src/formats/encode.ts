import { escapedCsvText } from '@govexport/schema';
import type { Rows } from './rows.ts';

/** Rows as CSV; a text that a spreadsheet would run is escaped. */
export function csvOf({ columns, rows }: Rows): string {
  return escapedCsvText(
    columns.map(({ name }) => name),
    rows,
  );
}

/** Values as one JSON document a line. */
export function ndjsonOf(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** Rows as Parquet; what writes it is loaded when it is first asked for. */
export async function parquetOf(rows: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const parquet = await import('@govexport/dataset/parquet');
  return parquet.parquetOf(rows);
}

/** Rows as a workbook with one sheet. */
export async function workbookOf({ name, columns, rows }: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = await import('@govexport/dataset/workbook');
  return workbook.workbookOf({ name, columns: columns.map((column) => column.name), rows });
}
