import { Readable } from 'node:stream';
import { showValue } from '@govexport/schema';
import readWorkbook, { type CellValue } from 'read-excel-file/universal';
import { LocationError } from '../../location-error.ts';
import { wholeOf, type Begun } from './head.ts';
import type { Sheet, SheetRow } from './row.ts';

/**
 * The rows of one sheet of an Excel workbook. A day is read as an ISO date, a number as JavaScript writes it.
 *
 * @param wanted - name of the sheet; not given: the first one that holds anything
 * @throws LocationError where it is no workbook, or has no such sheet
 */
export async function workbookRows(begun: Begun, wanted: string | undefined): Promise<Sheet> {
  const { name } = begun;
  const sheets = await sheetsOf(begun);
  const filled = sheets.filter(({ data }) => data.length > 0);
  const chosen = wanted === undefined ? filled[0] : sheets.find(({ sheet }) => sheet === wanted);
  const names = sheets.map(({ sheet }) => showValue(sheet)).join(', ');
  if (chosen === undefined) {
    const found = wanted === undefined ? 'is empty' : `has no sheet ${showValue(wanted)}`;
    throw new LocationError(`${name} ${found}; expected one of ${names} with rows.`);
  }
  const others = filled.length > 1 ? ` of ${names}` : '';
  const rows = chosen.data.map((cells, at): SheetRow => ({ number: at + 1, cells: cells.map(textOf) }));
  return {
    name,
    reading: `Excel workbook, sheet ${showValue(chosen.sheet)}${others}`,
    delimiter: null,
    rows: Readable.from(rows),
  };
}

async function sheetsOf(begun: Begun) {
  const content = new Blob([new Uint8Array(await wholeOf(begun))]);
  try {
    return await readWorkbook(content);
  } catch {
    throw new LocationError(`${begun.name} is an archive and no Excel workbook; expected an .xlsx, a CSV or a TSV.`);
  }
}

function textOf(cell: CellValue | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  const text = cell.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16).replace('T', ' ');
}
