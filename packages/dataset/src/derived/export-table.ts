import { escapedCsvText, ndjsonText, type Dataset } from '@govexport/schema';
import { parquetOf } from '../parquet.ts';
import { LocationError } from '../location-error.ts';
import { readmeLines } from './formats/readme.ts';
import { sqliteBytes, sqliteModule } from './formats/sqlite.ts';
import { workbookBytes } from './formats/workbook.ts';
import { describeDataset } from './metadata/description.ts';
import type { PublishedTable } from './panels.ts';
import { unpublished } from './publication.ts';
import { jsonText, publishedTables } from './published-tables.ts';

/** Formats of a table as a file. */
export const exportFormats = ['csv', 'json', 'ndjson', 'parquet', 'xlsx', 'sqlite'] as const;

/** A format of a table as a file. */
export type ExportFormat = (typeof exportFormats)[number];

/** Formats that hold every table in one file. */
export const wholeFormats: readonly ExportFormat[] = ['xlsx', 'sqlite'];

/**
 * The names of every table that can be exported: those of the dataset, a long table for each of their lists, and the
 * panels.
 *
 * @example
 * exportedTables(loadDataset()).includes('programs_countries') // => true
 */
export function exportedTables(dataset: Dataset): string[] {
  return publishedTables(dataset).map(({ table }) => table.name);
}

/**
 * A table as a file, with the bytes that the published file of that table and format has where there is one.
 *
 * @param name - name of a table; null for every table in one file, which is an XLSX or SQLite
 * @throws LocationError where this Node cannot write SQLite
 * @throws TypeError where there is no such table, or the format holds one table only
 * @example
 * (await exportTable(loadDataset(), 'countries', 'csv')).startsWith('iso2,iso3,') // => true
 */
export async function exportTable(
  dataset: Dataset,
  name: string | null,
  format: ExportFormat,
): Promise<string | Uint8Array> {
  const published = publishedTables(dataset).filter(({ table }) => name === null || table.name === name);
  const [one] = published;
  if (one === undefined) throw new TypeError(`there is no table ${String(name)}`);
  if (format === 'xlsx') return workbookBytes(readmeLines(describeDataset(dataset, unpublished)), published);
  if (format === 'sqlite') return database(dataset, published);
  if (name === null) throw new TypeError(`${format} holds one table`);
  switch (format) {
    case 'csv':
      return escapedCsvText(one);
    case 'json':
      return jsonText(one.records);
    case 'ndjson':
      return ndjsonText(one.records);
    case 'parquet':
      return parquetOf(one);
  }
}

async function database(dataset: Dataset, published: readonly PublishedTable[]): Promise<Uint8Array> {
  const sqlite = await sqliteModule();
  if (sqlite === null)
    throw new LocationError(
      `SQLite needs Node 22 or later, and this is ${process.version}; csv, json and parquet do not.`,
    );
  return sqliteBytes(sqlite, dataset, published);
}
