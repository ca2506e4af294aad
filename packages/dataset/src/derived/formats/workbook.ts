import type { Sheet } from 'write-excel-file/node';
import { cellText, isCut, sheetNames, sheetOf, workbookLimits, workbookParts } from '../../workbook.ts';
import type { PublishedTable } from '../panels.ts';
import { archive } from './archive.ts';

const readmeName = 'README';

/** The tables as a workbook: a sheet with what one must know, and one for each table that a sheet can hold. */
export async function workbookBytes(
  readme: readonly string[],
  published: readonly PublishedTable[],
): Promise<Uint8Array> {
  const held = published.filter(fits);
  const [, ...names] = sheetNames([readmeName, ...held.map(({ table }) => table.name)]);
  const cutNames = held.flatMap(({ table }, at) =>
    names[at] === table.name ? [] : [`${names[at]} is ${table.name}.`],
  );
  const lines = cutNames.length === 0 ? readme : [...readme, '', 'Names of sheets that are cut:', ...cutNames];
  // Written anew, since the library stamps each part with the time.
  return archive(await workbookParts([readmeSheet(lines), ...held.map((one, at) => sheetOf(one, names[at] ?? ''))]));
}

/** What a workbook cannot hold of the tables, a sentence each. */
export function notInWorkbook(file: string, published: readonly PublishedTable[]): string[] {
  const rows = published
    .filter((one) => !fits(one))
    .map(
      ({ table, rows: all }) =>
        `${table.name} is no sheet of ${file}: it has ${all.length} rows, and a sheet takes ${workbookLimits.rows - 1}.`,
    );
  const cells = published.filter(fits).flatMap(({ table, rows: all }) =>
    all.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => {
        if (!isCut(value)) return [];
        const key = table.key.map((name) => String(row[name])).join(', ');
        return [
          `${field} of ${key} in ${table.name} is cut in ${file}: it has ${value.length} signs, and a cell takes ${workbookLimits.cell}. It is whole in csv/${table.name}.csv.`,
        ];
      }),
    ),
  );
  return [...rows, ...cells];
}

function fits({ rows }: PublishedTable): boolean {
  return rows.length < workbookLimits.rows;
}

function readmeSheet(lines: readonly string[]): Sheet<never> {
  return {
    sheet: readmeName,
    columns: [{ width: 120 }],
    data: lines.map((line) => [{ value: cellText(line), type: String, wrap: true }]),
  };
}
