import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { csvText, escapeCell, escapedCsvText, type CellType, type FlatColumn, type FlatRow } from '@govexport/schema';
import { readSheet } from 'read-excel-file/node';

// Files are read by the libraries of others and written as CSV again, so that every format is held against one text.

/** What a file of rows holds: its cells as CSV, and the columns where the format has types. */
export interface FileContent {
  readonly csv: string;
  readonly columns: readonly FlatColumn[];
}

const types: Readonly<Record<string, CellType>> = {
  VARCHAR: 'text',
  INTEGER: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
};

/** A Parquet file as DuckDB reads it. */
export async function parquetContent(bytes: Uint8Array): Promise<FileContent> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
  const database = await DuckDBInstance.create(':memory:');
  try {
    const file = join(folder, 'rows.parquet');
    writeFileSync(file, bytes);
    const connection = await database.connect();
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
    const found = reader.columnTypes().map(String);
    const columns = reader.columnNames().map((name, at) => ({ name, type: types[found[at] ?? ''] ?? 'text' }));
    if (found.some((type) => !(type in types))) throw new Error(`a column is of none of our types: ${found.join()}`);
    const csv = escapedCsvText({ columns, rows: reader.getRowObjectsJS() as FlatRow[] });
    connection.closeSync();
    return { csv, columns };
  } finally {
    database.closeSync();
    rmSync(folder, { recursive: true });
  }
}

/** A sheet of a workbook, the first one where none is named, as CSV, where a text that a spreadsheet would run is escaped. */
export async function workbookCsv(bytes: Uint8Array, sheet?: string): Promise<string> {
  const [names = [], ...lines] = await readSheet(Buffer.from(bytes), sheet ?? 1);
  const fields = names.map(String);
  const cellOf = (cell: unknown) => (typeof cell === 'string' ? escapeCell(cell) : (cell ?? null));
  const rows = lines.map((cells) => Object.fromEntries(fields.map((field, at) => [field, cellOf(cells[at])])));
  return csvText(fields, rows as FlatRow[]);
}

/** The documents of NDJSON. */
export function ndjsonRecords(text: string): object[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as object);
}

/** The header of a CSV, and its rows in an order of their own; no text of ours has a line break. */
export function sortedLines(csv: string): string[] {
  const [header = '', ...rows] = csv.split('\n');
  return [header, ...rows.sort()];
}
