import { ndjsonText, tables, type Dataset } from '@govexport/schema';
import { parquetOf } from '../parquet.ts';
import { derivedFiles } from './derived-files.ts';
import { archive } from './formats/archive.ts';
import { readmeLines } from './formats/readme.ts';
import { sqliteBytes, sqliteModule } from './formats/sqlite.ts';
import { workbookBytes } from './formats/workbook.ts';
import { describeDataset } from './metadata/description.ts';
import { checksums, checksumsFile } from './metadata/files.ts';
import type { PublishedTable } from './panels.ts';
import { jsonText, panelTables, publishedTables } from './published-tables.ts';
import { unpublished, type Publication } from './publication.ts';

/** The files that are made with each build, by name. The same dataset gives the same bytes. */
export type DistributedFiles = Readonly<Record<string, Uint8Array>>;

/**
 * Every table as JSON, NDJSON and Parquet, and all together as SQLite, XLSX and ZIP. SQLite is left out where Node has
 * no `node:sqlite`, which is Node 20.
 *
 * @example
 * Object.keys(await distributedFiles(loadDataset())).includes('programs.parquet') // => true
 */
export async function distributedFiles(
  dataset: Dataset,
  publication: Publication = unpublished,
): Promise<DistributedFiles> {
  const { name, version } = dataset.meta;
  const published = publishedTables(dataset);
  const readme = readmeLines(describeDataset(dataset, publication));
  return {
    ...jsonFiles(dataset),
    ...Object.fromEntries(published.map((one) => [`${one.table.name}.parquet`, parquetOf(one)])),
    ...(await sqliteFile(dataset, published)),
    [`${name}.xlsx`]: await workbookBytes(readme, published),
    [`${name}-dataset-${version}.zip`]: archive(archivedFiles(dataset, publication)),
  };
}

async function sqliteFile(dataset: Dataset, published: readonly PublishedTable[]): Promise<DistributedFiles> {
  const sqlite = await sqliteModule();
  return sqlite === null ? {} : { [`${dataset.meta.name}.sqlite`]: sqliteBytes(sqlite, dataset, published) };
}

/** Records with their lists and groups; a long table would say nothing more. */
function jsonFiles(dataset: Dataset): DistributedFiles {
  const whole = [...tables.map(({ name }) => ({ name, records: dataset[name] })), ...panelTables(dataset)];
  return Object.fromEntries(
    whole.flatMap(({ name, records }) => [
      [`${name}.json`, bytesOf(jsonText(records))],
      [`${name}.ndjson`, bytesOf(ndjsonText(records))],
    ]),
  );
}

/** Everything in one archive, with checksums of all that it holds. */
function archivedFiles(dataset: Dataset, publication: Publication): DistributedFiles {
  const derived = derivedFiles(dataset, publication).map(({ path, text }) => [path, bytesOf(text)]);
  const files: Record<string, Uint8Array> = {
    ...(Object.fromEntries(derived) as DistributedFiles),
    ...publication.texts,
  };
  const summed = Object.entries(files).filter(([path]) => path !== checksumsFile);
  const sums = checksums(summed.map(([path, text]) => ({ path, text })));
  return { ...files, [sums.path]: bytesOf(sums.text) };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
