import { escapeCell } from './spreadsheet-cell.ts';

/** What one cell of a flat row holds. */
export type CellValue = string | number | boolean | null;

/** A row with one value in each field. */
export type FlatRow = Readonly<Record<string, CellValue>>;

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
  const lines = rows.map((row) => fields.map((field) => quoted(row[field] ?? null)));
  return [fields, ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

/**
 * Rows as CSV that a spreadsheet can open: as {@link csvText}, and texts are escaped, see `escapeCell`.
 *
 * @param fields - the columns in order
 * @param rows - what they hold
 * @example
 * escapedCsvText(['note'], [{ note: '=1+1' }]) // => "note\n'=1+1\n"
 */
export function escapedCsvText(fields: readonly string[], rows: readonly FlatRow[]): string {
  return csvText(
    fields,
    rows.map((row) => Object.fromEntries(fields.map((field) => [field, escapedValue(row[field] ?? null)]))),
  );
}

function escapedValue(value: CellValue): CellValue {
  return typeof value === 'string' ? escapeCell(value) : value;
}

function quoted(value: CellValue): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
