import { escapeCell, escapedCsvText, type CellValue, type FlatRow } from '@govexport/schema';
import type { RowColumn, Rows } from './rows.ts';

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

const parquetTypes = { text: 'STRING', integer: 'INT32', number: 'DOUBLE', boolean: 'BOOLEAN' } as const;

/** Rows as Parquet; texts stand as they are. */
export async function parquetOf({ columns, rows }: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: parquetTypes[type],
    data: rows.map((row) => valueFor(type, row[name] ?? null)),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'govexport' }));
}

function valueFor(type: RowColumn['type'], value: CellValue): CellValue {
  return type === 'text' && value !== null ? String(value) : value;
}

/** The most letters of the name of a sheet. */
const longestName = 31;

/** Rows as a workbook with one sheet; a text that would be run is escaped. */
export async function workbookOf({ name, columns, rows }: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: writeExcelFile }, { unzipSync, zipSync }] = await Promise.all([
    import('write-excel-file/node'),
    import('fflate'),
  ]);
  const header = columns.map((column) => ({ value: column.name, type: String, fontWeight: 'bold' as const }));
  const data = [header, ...rows.map((row) => columns.map((column) => cellOf(row, column)))];
  const written = await writeExcelFile([{ sheet: name.slice(0, longestName), stickyRowsCount: 1, data }]).toBuffer();
  // Written anew with a fixed time: the library stamps each part with the clock, and the same answer has the same bytes.
  return new Uint8Array(zipSync(unzipSync(written), { mtime: new Date(1980, 0, 1), os: 3 }));
}

function cellOf(row: FlatRow, { name }: RowColumn) {
  const value = row[name] ?? null;
  if (value === null) return null;
  if (typeof value === 'string') return { value: escapeCell(value), type: String };
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
}
