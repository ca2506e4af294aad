import {
  byteOrderMark,
  escapedCsvText,
  flatTablesOf,
  tables,
  termsOf,
  type Dataset,
  type FlatTable,
  type TableName,
} from '@govexport/schema';
import { dataset } from './caller.ts';
import { tableAddress } from './record-address.ts';

/** Every CSV file by its name: a table, or a list of one. */
const files = new Map<string, { table: TableName; flat: FlatTable }>(
  tables.flatMap((table) =>
    flatTablesOf(table).map((flat) => [`${flat.name}.csv`, { table: table.name, flat }] as const),
  ),
);

/** A CSV as it is sent, with a mark by which Excel knows UTF-8 where the address asks for it. */
export function csvResponse(text: string, name: string, url: URL): Response {
  const marked = url.searchParams.get('bom') === '1';
  return new Response(`${marked ? byteOrderMark : ''}${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
    },
  });
}

/** A CSV file of the dataset that the site shows; null where there is none of that name. */
export function dataFile(name: string): string | null {
  const file = files.get(name);
  if (file === undefined) return null;
  return escapedCsvText(file.flat.rowsOf(dataset[file.table]));
}

/** Some programs as the file of all programs has them. */
export function programsCsv(programs: Dataset['programs']): string {
  const file = files.get('programs.csv');
  if (file === undefined) throw new Error('The schema has no table of programs.');
  return escapedCsvText(file.flat.rowsOf(programs));
}

/** What can be taken: each table with its records, its terms and its files. */
export function dataTables() {
  return tables.map((table) => ({
    name: table.name,
    address: tableAddress(table.name),
    title: table.title,
    description: table.description,
    records: dataset[table.name].length,
    license: termsOf(table, dataset.meta),
    files: flatTablesOf(table).map(({ name }) => `${name}.csv`),
  }));
}
