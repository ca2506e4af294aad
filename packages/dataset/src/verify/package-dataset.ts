import {
  pathOf,
  tables,
  type Dataset,
  type Problem,
  type RecordFile,
  type Table,
  type TableName,
} from '@govexport/schema';
import { assembleDataset } from '../assemble-dataset.ts';
import { DatasetError } from '../dataset-error.ts';
import { failure, fileProblem } from '../not-readable.ts';
import type { LocationFiles } from '../locations/read-location.ts';
import { misplaced, nameMismatch } from '../read-dataset-files.ts';
import { readJson } from '../read-json.ts';
import { readSeries } from '../read-series.ts';
import { decoded } from '../read-text.ts';

/** The records of a package: the dataset, or every problem with the file it is in. */
export interface PackageDataset {
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
}

/** Checks the records of a package, `data/`, as a folder of records is checked. */
export function packageDataset(files: LocationFiles): PackageDataset {
  const problems = unknownFiles(files);
  const rows = tables.map((table): [TableName, RecordFile[]] => [table.name, rowsOf(table, files, problems)]);
  const meta = jsonOf(files, 'dataset.json', problems);
  try {
    const records = Object.fromEntries(rows) as Record<TableName, RecordFile[]>;
    return { dataset: assembleDataset('data', { meta, ...records }, { problems, digests: {} }), problems: [] };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return { dataset: null, problems: error.problems.map((one) => ({ ...one, file: `data/${one.file}` })) };
  }
}

/** A folder refuses a file that no table has; one that was packed does too. */
function unknownFiles(files: LocationFiles): Problem[] {
  const known = ([, name = '', rest]: readonly string[]) =>
    name === 'dataset.json' ||
    tables.some((table) => pathOf(table) === name && (table.storage === 'series') === (rest === undefined));
  return [...files.keys()]
    .filter((path) => path.startsWith('data/') && !known(path.split('/')))
    .map((path) => fileProblem(path.slice('data/'.length), 'no part of a dataset', 'only dataset.json and its tables'));
}

function rowsOf(table: Table, files: LocationFiles, problems: Problem[]): RecordFile[] {
  const home = pathOf(table);
  if (table.storage === 'series') return seriesOf(home, { table, files, problems });
  const names = [...files.keys()].filter((path) => path.startsWith(`data/${home}/`)).map((path) => path.slice(5));
  if (table.storage === 'parts') {
    const rows = names.sort().flatMap((name) => seriesOf(name, { table, files, problems }));
    problems.push(...rows.flatMap((row) => misplaced(row, table)));
    return rows;
  }
  const records = names.sort().map((name) => jsonOf(files, name, problems));
  problems.push(...records.flatMap(nameMismatch));
  return records;
}

interface Reading {
  readonly table: Table;
  readonly files: LocationFiles;
  readonly problems: Problem[];
}

function seriesOf(file: string, { table, files, problems }: Reading): RecordFile[] {
  const content = files.get(`data/${file}`);
  if (content === undefined) return [];
  try {
    const series = readSeries(file, decoded(content), table.record);
    problems.push(...series.problems);
    return [...series.rows];
  } catch (error) {
    problems.push(fileProblem(file, failure(error), 'CSV in UTF-8'));
    return [{ file, value: undefined }];
  }
}

function jsonOf(files: LocationFiles, file: string, problems: Problem[]): RecordFile {
  const content = files.get(`data/${file}`);
  try {
    if (content !== undefined) return { file, value: readJson(decoded(content)) };
    problems.push(fileProblem(file, 'missing', 'one JSON object in UTF-8'));
  } catch (error) {
    problems.push(fileProblem(file, failure(error), 'one JSON object in UTF-8'));
  }
  return { file, value: undefined };
}
