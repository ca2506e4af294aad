import { LocationError } from '../../location-error.ts';
import { delimitedRows } from './delimited.ts';
import { readHead, type Source } from './head.ts';
import type { Sheet, SheetChoice } from './row.ts';
import { workbookRows } from './workbook.ts';

const refusedKinds: readonly (readonly [begin: readonly number[], what: string, remedy: string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'a workbook of Excel 97 to 2003', 'an .xlsx, a CSV or a TSV; save it as one of them'],
  [[0x1f, 0x8b], 'a file compressed by gzip', 'the file itself, unpacked'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF', 'an .xlsx, a CSV or a TSV'],
];

/**
 * Opens a table by what it is, whatever its name: an Excel workbook, or a text with a delimiter in any of the encodings
 * that `encodings` lists.
 *
 * @throws LocationError where it is neither, with what it is
 */
export async function openSheet(source: Source, choice: SheetChoice = {}): Promise<Sheet> {
  const { head, rest } = await readHead(source);
  const { name } = source;
  const refused = refusedKinds.find(([begin]) => begin.every((byte, at) => head[at] === byte));
  if (refused !== undefined) throw new LocationError(`${name} is ${refused[1]}; expected ${refused[2]}.`);
  const given = { name, head, rest };
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 0x03) return workbookRows(given, choice.sheet);
  if (choice.sheet !== undefined)
    throw new LocationError(`${name} is a text and has no sheets; expected no name of a sheet.`);
  return delimitedRows(given, choice);
}
