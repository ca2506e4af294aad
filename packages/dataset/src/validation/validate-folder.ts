import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tables, type Dataset, type Problem, type TableName } from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { LocationError } from '../location-error.ts';
import { readDataset } from '../read-dataset.ts';
import { warningsOf, type Warning } from './warnings.ts';

/** What a check of a dataset folder found. */
export interface Validation {
  readonly folder: string;
  /** The dataset, where it is valid. */
  readonly dataset: Dataset | null;
  readonly problems: readonly Problem[];
  /** Number of records of each table; empty where the dataset is not valid. */
  readonly counts: readonly { readonly table: TableName; readonly records: number }[];
  readonly warnings: readonly Warning[];
}

/**
 * Checks a dataset folder: every problem of every file, or the number of records and what a person should look at.
 *
 * @throws LocationError where the folder is no dataset folder
 * @example
 * validateFolder('data').problems // => []
 */
export function validateFolder(folder: string): Validation {
  expectDatasetFolder(folder);
  try {
    const dataset = readDataset(folder);
    const counts = tables.map(({ name }) => ({ table: name, records: dataset[name].length }));
    return { folder, dataset, problems: [], counts, warnings: warningsOf(dataset) };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    return { folder, dataset: null, problems: error.problems, counts: [], warnings: [] };
  }
}

/**
 * Makes sure that a folder is meant to be a dataset, before its contents are judged.
 *
 * @throws LocationError where it has no dataset.json
 */
export function expectDatasetFolder(folder: string): void {
  if (existsSync(join(folder, 'dataset.json'))) return;
  const location = folder === '.' ? 'The working directory' : folder;
  throw new LocationError(
    `${location} is no dataset folder; expected a folder with dataset.json, programs/ and sources/.`,
  );
}
