import { escapeCell } from '@govexport/schema';
import type { Sheet } from 'write-excel-file/node';
import { longestSheetName, sheetOf, workbookParts } from '../../workbook.ts';
import type { PublishedTable } from '../panels.ts';
import { archive } from './archive.ts';

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
    throw new Error(`Two sheets have the same name when cut to ${longestSheetName} signs.`);
  }
  // Written anew, since the library stamps each part with the time.
  return archive(await workbookParts(sheets));
}

function readmeSheet(lines: readonly string[]): Sheet<never> {
  return {
    sheet: 'README',
    columns: [{ width: 120 }],
    data: lines.map((line) => [{ value: escapeCell(line), type: String, wrap: true }]),
  };
}
