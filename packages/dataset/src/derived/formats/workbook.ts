import { escapeCell, type CellValue } from '@govexport/schema';
import { unzipSync } from 'fflate';
import writeExcelFile, { type Sheet } from 'write-excel-file/node';
import type { PublishedTable } from '../panels.ts';
import { archive } from './archive.ts';

/** A spreadsheet has names of sheets up to this length. */
const longestName = 31;

/**
 * The tables as a workbook: a sheet with what one must know, and one for each table, its name cut to 31 signs.
 *
 * @throws Error where two names would be cut to the same
 */
export async function workbookBytes(
  readme: readonly string[],
  published: readonly PublishedTable[],
): Promise<Uint8Array> {
  const sheets = [readmeSheet(readme), ...published.map(sheetOf)];
  if (new Set(sheets.map(({ sheet }) => sheet)).size < sheets.length) {
    throw new Error(`Two sheets have the same name when cut to ${longestName} signs.`);
  }
  const written = await writeExcelFile(sheets).toBuffer();
  // Written anew, since the library stamps each part with the time.
  return archive(unzipSync(written));
}

function readmeSheet(lines: readonly string[]): Sheet<never> {
  return {
    sheet: 'README',
    columns: [{ width: 120 }],
    data: lines.map((line) => [{ value: escapeCell(line), type: String, wrap: true }]),
  };
}

function sheetOf({ table, rows }: PublishedTable): Sheet<never> {
  const fields = Object.keys(table.record.shape);
  return {
    sheet: table.name.slice(0, longestName),
    stickyRowsCount: 1,
    data: [
      fields.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => fields.map((field) => cell(row[field] ?? null))),
    ],
  };
}

function cell(value: CellValue) {
  if (value === null) return null;
  if (typeof value === 'string') return { value: escapeCell(value), type: String };
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
}
