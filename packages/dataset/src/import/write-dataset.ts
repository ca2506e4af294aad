import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvText, pathOf, tables, type DatasetTables, type FlatRow, type Table } from '@govexport/schema';
import { isBegun } from '../begin/begin-dataset.ts';
import { writeFolder } from '../folders/atomic-writes.ts';

/**
 * Writes a dataset as a folder: one JSON file a record, one CSV file a series, `dataset.json`. The folder is whole or
 * not there at all. A table without records is left out, unless a dataset must have it. A folder that holds nothing but
 * the example it began with is replaced.
 *
 * @throws LocationError where the folder is not empty
 * @example
 * typeof writeDataset // => 'function'
 */
export async function writeDataset(folder: string, content: DatasetTables): Promise<void> {
  const fill = (part: string) => {
    writeRecordFiles(part, content);
  };
  await writeFolder(folder, fill, isBegun);
}

/** Writes the files of a dataset into a folder that is empty. */
export function writeRecordFiles(folder: string, content: DatasetTables): void {
  writeMeta(folder, content.meta);
  for (const table of tables) {
    const rows = content[table.name];
    if (rows.length === 0 && !table.required) continue;
    const path = join(folder, pathOf(table));
    if (table.storage === 'series') {
      writeFileSync(path, csvText(Object.keys(table.record.shape), rows as unknown as FlatRow[]));
      continue;
    }
    mkdirSync(path);
    if (table.storage === 'parts') {
      for (const [name, text] of partsOf(table, rows as unknown as FlatRow[])) writeFileSync(join(path, name), text);
      continue;
    }
    for (const row of rows as readonly { id: string }[]) writeFileSync(join(path, `${row.id}.json`), jsonText(row));
  }
}

/** The files of a table that is kept in parts, by their names. */
function partsOf({ key, record }: Table, rows: readonly FlatRow[]): [name: string, text: string][] {
  const nameOf = (row: FlatRow) => String(row[key[0] ?? '']);
  return [...new Set(rows.map(nameOf))].map((name) => {
    const part = rows.filter((row) => nameOf(row) === name);
    return [`${name}.csv`, csvText(Object.keys(record.shape), part)];
  });
}

/** Writes what a dataset says of itself. */
export function writeMeta(folder: string, meta: DatasetTables['meta']): void {
  writeFileSync(join(folder, 'dataset.json'), jsonText(meta));
}

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
