import { readFileSync } from 'node:fs';
import { tables, type Dataset } from '@govexport/schema';
import { derivedFiles, root } from './derived-files.ts';
import { archive } from './formats/archive.ts';
import { parquetBytes } from './formats/parquet.ts';
import { readmeLines } from './formats/readme.ts';
import { sqliteBytes } from './formats/sqlite.ts';
import { workbookBytes } from './formats/workbook.ts';
import { describeDataset } from './metadata/description.ts';
import { panelsOf } from './panels.ts';
import { publishedTables } from './published-tables.ts';

/** The files that are made with each build, by name. The same dataset gives the same bytes. */
export type DistributedFiles = Readonly<Record<string, Uint8Array>>;

/** Every table as JSON, NDJSON and Parquet, and all together as SQLite, XLSX and ZIP. */
export async function distributedFiles(dataset: Dataset): Promise<DistributedFiles> {
  const { name, version } = dataset.meta;
  const published = publishedTables(dataset);
  const readme = readmeLines(describeDataset(dataset));
  return {
    ...jsonFiles(dataset),
    ...Object.fromEntries(published.map((one) => [`${one.table.name}.parquet`, parquetBytes(one)])),
    [`${name}.sqlite`]: sqliteBytes(dataset, published),
    [`${name}.xlsx`]: await workbookBytes(readme, published),
    [`${name}-dataset-${version}.zip`]: archive(archivedFiles(dataset)),
  };
}

/** Records with their lists and groups; a long table would say nothing more. */
function jsonFiles(dataset: Dataset): DistributedFiles {
  const whole = [
    ...tables.map(({ name }) => ({ name, records: dataset[name] })),
    ...panelsOf(dataset).map(({ table, rows }) => ({ name: table.name, records: rows })),
  ];
  return Object.fromEntries(
    whole.flatMap(({ name, records }) => [
      [`${name}.json`, bytesOf(`${JSON.stringify(records, null, 2)}\n`)],
      [`${name}.ndjson`, bytesOf(records.map((record) => `${JSON.stringify(record)}\n`).join(''))],
    ]),
  );
}

function archivedFiles(dataset: Dataset): DistributedFiles {
  const derived = derivedFiles(dataset).map(({ path, text }) => [path.replace('packages/dataset/', ''), bytesOf(text)]);
  return {
    ...(Object.fromEntries(derived) as DistributedFiles),
    'LICENSE-DATA': readFileSync(`${root}LICENSE-DATA`),
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
