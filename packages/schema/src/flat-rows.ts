import { escapeCell, type CellType, type CellValue } from './cell.ts';

/** A row with one value in each field. */
export type FlatRow = Readonly<Record<string, CellValue>>;

/** A column of a flat table. */
export interface FlatColumn {
  readonly name: string;
  readonly type: CellType;
}

/**
 * Rows with one value in a cell, from which every surface writes its files: `columns` and `rows` for CSV, Parquet, XLSX
 * and SQLite, `records` for JSON and NDJSON. The columns follow from the schema or the statistic, never from the rows
 * that happen to be there.
 */
export interface FlatRows {
  /** The name of the table. */
  readonly name: string;
  /** What the rows are, as a sentence. */
  readonly description: string;
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly FlatRow[];
  /** The same rows as JSON holds them, with their lists and groups. */
  readonly records: readonly object[];
}

/**
 * What a CSV may begin with so that Excel knows that it is UTF-8: opened by a double click, it misreads every letter outside
 * of ASCII without it. Other readers want none.
 *
 * @example
 * byteOrderMark.codePointAt(0) // => 0xfeff
 */
export const byteOrderMark = '\uFEFF';

/**
 * Rows as CSV (RFC 4180): a header, lines that end in LF, an empty cell for null, quotes where a cell needs them.
 * Nothing is escaped against spreadsheets; {@link escapedCsvText} does that to texts.
 *
 * @param fields - the columns in order
 * @param rows - what they hold
 * @example
 * csvText(['town', 'people'], [{ town: 'Osh, Kyrgyzstan', people: null }]) // => 'town,people\n"Osh, Kyrgyzstan",\n'
 */
export function csvText(fields: readonly string[], rows: readonly FlatRow[]): string {
  return linesOf(fields, rows, (value) => value);
}

/**
 * Rows as CSV that a spreadsheet can open: as {@link csvText}, and texts are escaped, see `escapeCell`.
 *
 * @example
 * escapedCsvText({ columns: [{ name: 'note' }], rows: [{ note: '=1+1' }] }) // => "note\n'=1+1\n"
 */
export function escapedCsvText({ columns, rows }: CsvRows): string {
  const fields = columns.map(({ name }) => name);
  return linesOf(fields, rows, (value) => (typeof value === 'string' ? escapeCell(value) : value));
}

/** What a CSV needs of a flat table. */
type CsvRows = { readonly columns: readonly Pick<FlatColumn, 'name'>[] } & Pick<FlatRows, 'rows'>;

function linesOf(
  fields: readonly string[],
  rows: readonly FlatRow[],
  written: (value: CellValue) => CellValue,
): string {
  const lines = rows.map((row) => fields.map((field) => quoted(written(row[field] ?? null))));
  return [fields, ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

function quoted(value: CellValue): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Records as one JSON document a line, each with its lists and groups; `null` stands for unknown.
 *
 * @example
 * ndjsonText([{ id: 'S-0001', title: null }]) // => '{"id":"S-0001","title":null}\n'
 */
export function ndjsonText(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
