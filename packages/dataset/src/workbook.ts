import { escapeCell, type CellValue, type FlatRows } from '@govexport/schema';
import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Sheet } from 'write-excel-file/node';

/** A spreadsheet has names of sheets up to this length. */
export const longestSheetName = 31;

/** A table as a sheet of a workbook; its name is cut to 31 signs. */
type TableSheet = Pick<FlatRows, 'name' | 'columns' | 'rows'>;

/**
 * A table as a workbook with one sheet, the same bytes each time; a text that a spreadsheet would run is escaped.
 *
 * @example
 * const columns = [{ name: 'year', type: 'integer' }]
 * (await workbookOf({ name: 'years', columns, rows: [{ year: 2014 }] })).length > 0 // => true
 */
export async function workbookOf(table: TableSheet): Promise<Uint8Array<ArrayBuffer>> {
  // Written anew with a fixed time: the library stamps each part with the clock.
  return new Uint8Array(zipSync(await workbookParts([sheetOf(table)]), { mtime: new Date(1980, 0, 1), os: 3 }));
}

/** The files that a workbook is made of, by their paths. */
export async function workbookParts(sheets: Sheet<never>[]): Promise<Record<string, Uint8Array>> {
  return unzipSync(await writeExcelFile(sheets).toBuffer());
}

/** A table as a sheet: the names of its columns stay in sight. */
export function sheetOf({ name, columns, rows }: TableSheet): Sheet<never> {
  return {
    sheet: name.slice(0, longestSheetName),
    stickyRowsCount: 1,
    data: [
      columns.map(({ name: value }) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => columns.map((column) => cell(row[column.name] ?? null))),
    ],
  };
}

function cell(value: CellValue) {
  if (value === null) return null;
  if (typeof value === 'string') return { value: escapeCell(value), type: String };
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
}
