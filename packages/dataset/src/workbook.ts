import type { CellValue, FlatRows } from '@govexport/schema';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type Sheet } from 'write-excel-file/node';

/** What Excel takes at most; it calls a file with more damaged. */
export const workbookLimits = {
  /** Signs of the name of a sheet. */
  sheet_name: 31,
  /** Signs of one cell, as UTF-16 counts them. */
  cell: 32_767,
  /** Rows of a sheet, the header included. */
  rows: 1_048_576,
} as const;

/** A table as a sheet of a workbook. */
type TableSheet = Pick<FlatRows, 'name' | 'columns' | 'rows'>;

/**
 * A table as a workbook with one sheet, the same bytes each time. A text is a text, whatever it begins with: a spreadsheet
 * runs none of it. A text beyond `workbookLimits` is cut, and says so.
 *
 * @throws RangeError where the table has more rows than a sheet
 * @example
 * const columns = [{ name: 'year', type: 'integer' }]
 * (await workbookOf({ name: 'years', columns, rows: [{ year: 2014 }] })).length > 0 // => true
 */
export async function workbookOf(table: TableSheet): Promise<Uint8Array<ArrayBuffer>> {
  const [name = ''] = sheetNames([table.name]);
  // Written anew with a fixed time: the library stamps each part with the clock.
  return new Uint8Array(zipSync(await workbookParts([sheetOf(table, name)]), { mtime: new Date(1980, 0, 1), os: 3 }));
}

/** The files that a workbook is made of, by their paths. */
export async function workbookParts(sheets: Sheet<never>[]): Promise<Record<string, Uint8Array>> {
  const parts = unzipSync(await writeExcelFile(sheets).toBuffer());
  const styles = parts['xl/styles.xml'];
  return styles === undefined ? parts : { ...parts, 'xl/styles.xml': withDefaultStyle(styles) };
}

/** Readers look for the style by the name Normal, which the library does not write. */
function withDefaultStyle(styles: Uint8Array): Uint8Array {
  const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>';
  const normal = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
  return strToU8(strFromU8(styles).replace('<cellXfs', `${base}<cellXfs`).replace('</cellXfs>', `</cellXfs>${normal}`));
}

/** Names of sheets, each its own: a name that is too long is cut, and numbered where another is cut to the same. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let cut = name.slice(0, workbookLimits.sheet_name);
    for (let number = 2; taken.has(cut.toLowerCase()); number += 1) {
      const end = `~${number}`;
      cut = name.slice(0, workbookLimits.sheet_name - end.length) + end;
    }
    taken.add(cut.toLowerCase());
    return cut;
  });
}

/** A table as a sheet: the names of its columns stay in sight. */
export function sheetOf({ name, columns, rows }: TableSheet, sheet: string): Sheet<never> {
  if (rows.length >= workbookLimits.rows)
    throw new RangeError(`${name} has ${rows.length} rows; a sheet takes at most ${workbookLimits.rows - 1}.`);
  return {
    sheet,
    stickyRowsCount: 1,
    data: [
      columns.map(({ name: value }) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => columns.map((column) => cell(row[column.name] ?? null))),
    ],
  };
}

/** Whether a text is cut in a workbook. */
export function isCut(value: CellValue | undefined): value is string {
  return typeof value === 'string' && value.length > workbookLimits.cell;
}

/** A text as a cell holds it. */
export function cellText(text: string): string {
  // Excel reads _x0041_ as the sign with that number, and so an underscore before such a one is written as a number itself.
  return cut(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function cut(text: string): string {
  if (!isCut(text)) return text;
  const end = ` … (cut here: ${text.length} signs, more than a cell takes)`;
  return text.slice(0, workbookLimits.cell - end.length).replace(/\p{Cs}$/u, '') + end;
}

function cell(value: CellValue) {
  if (value === null) return null;
  if (typeof value === 'string') return { value: cellText(value), type: String };
  return typeof value === 'number' ? { value, type: Number } : { value, type: Boolean };
}
