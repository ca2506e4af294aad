import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UsTraining } from '@govexport/schema';
import { readRows } from './read-rows.ts';

const file = 'us-trainings-central-asia.csv';

/**
 * The reference file of US course lines, in the order of the file. It is no table of the dataset: its sums are,
 * `us_training_totals`.
 *
 * @throws DatasetError with every line of the file that does not fit
 * @example
 * readUsTrainings()[0]?.fiscal_year // => '1999-2000'
 */
export function readUsTrainings(): UsTraining[] {
  const path = fileURLToPath(new URL(`../reference/${file}`, import.meta.url));
  return parseUsTrainings(readFileSync(path, 'utf8'));
}

/** Reads the text of the reference file. */
export function parseUsTrainings(text: string): UsTraining[] {
  return readRows(file, text, UsTraining);
}
