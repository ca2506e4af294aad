import { escapedCsvText, flatTablesOf, tables, type FlatTable, type TableName } from '@govexport/schema';
import { dataset } from './caller.ts';

/** Every CSV file by its name: a table, or a list of one. */
const files = new Map<string, { table: TableName; flat: FlatTable }>(
  tables.flatMap((table) =>
    flatTablesOf(table).map((flat) => [`${flat.name}.csv`, { table: table.name, flat }] as const),
  ),
);

/** A CSV file of the dataset that the site shows; null where there is none of that name. */
export function dataFile(name: string): string | null {
  const file = files.get(name);
  if (file === undefined) return null;
  return escapedCsvText(Object.keys(file.flat.record.shape), file.flat.rowsOf(dataset[file.table]));
}

/** What can be taken: each table with its records, its terms and its files. */
export function dataTables() {
  return tables.map((table) => ({
    name: table.name,
    title: table.title,
    description: table.description,
    records: dataset[table.name].length,
    license: table.license ?? { name: dataset.meta.license, path: dataset.meta.license_url },
    files: flatTablesOf(table).map(({ name }) => `${name}.csv`),
  }));
}
