import { join } from 'node:path';
import {
  formatProblem,
  parseDataset,
  tables,
  type Frozen,
  type Problem,
  type Program,
  type RecordFile,
} from '@govexport/schema';
import type { ComparedProgram, PossibleDuplicate } from '../duplicates/compared.ts';
import { duplicatesOf } from '../duplicates/possible-duplicates.ts';
import { LocationError } from '../location-error.ts';
import { scanFolder, type FolderFiles } from '../read-dataset-files.ts';
import { writeNewFile } from '../folders/atomic-writes.ts';
import { expectRecordFiles } from '../storage/parquet-tables.ts';
import { expectDatasetFolder } from '../validation/validate-folder.ts';
import { draftRecord, yearFrom, type FlatValues } from './draft-record.ts';
import { nextId } from './next-id.ts';

/** The tables to which a person adds records one by one. */
export type AddedTable = 'programs' | 'sources';

/** A record that is not written yet, with what is to be said of it. */
export interface NewRecord {
  readonly id: string;
  /** Path of the file below the dataset folder. */
  readonly file: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** What keeps it from being written. */
  readonly problems: readonly Problem[];
  /** Programs that may be the same, the most alike first. */
  readonly duplicates: readonly PossibleDuplicate[];
  /** Problems that the dataset has without it. */
  readonly others: number;
}

/**
 * A record with the next free id, checked within its dataset. A new source that no record cites yet is allowed: the
 * program that cites it comes next.
 *
 * @throws LocationError where the folder is no dataset folder
 * @example
 * prepareRecord('data', 'sources', { publisher: 'Xinhua' }).problems.map(({ field }) => field)
 * // => ['publisher_type', 'language', 'is_copy', 'accessed', 'access']
 */
export function prepareRecord(folder: string, table: AddedTable, values: FlatValues): NewRecord {
  expectDatasetFolder(folder);
  expectRecordFiles(folder);
  const { files, problems: reading } = scanFolder(folder);
  const id = nextId(files, table);
  const { year_starts_in = 1 } = Object(files.meta.value) as { year_starts_in?: number };
  const record = draftRecord(tableOf(table), id, { ...yearFrom(values['start'], year_starts_in), ...values });
  const file = `${table}/${id}.json`;
  const before = problemsOf(files);
  const known = new Set(before.map(formatProblem));
  const after = problemsOf({ ...files, [table]: [...files[table], { file, value: record }] });
  const problems = after.filter((problem) => !known.has(formatProblem(problem)) && !isUncited(problem, id));
  const valid = problems.length === 0 && table === 'programs';
  const duplicates = valid ? duplicatesOf(record as unknown as ComparedProgram, comparable(files.programs)) : [];
  return { id, file, record, problems, duplicates, others: othersOf(reading, before) };
}

/**
 * Writes one record into its dataset folder: whole, or not at all.
 *
 * @returns the path of the file
 * @throws LocationError where the record has a problem, or someone else has taken its id meanwhile
 */
export function writeRecord(folder: string, { file, record, problems }: NewRecord): string {
  const [problem] = problems;
  if (problem !== undefined) throw new LocationError(`${formatProblem(problem)}.`);
  const path = join(folder, file);
  writeNewFile(path, `${JSON.stringify(record, null, 2)}\n`);
  return path;
}

/**
 * The table of that name.
 *
 * @example
 * tableOf('sources').singular // => 'source'
 */
export function tableOf(name: AddedTable) {
  return name === 'programs' ? tables[0] : tables[1];
}

/** A file that cannot be read is one problem, not one more for each record that it lacks. */
function othersOf(reading: readonly Problem[], before: readonly Problem[]): number {
  const unreadable = new Set(reading.map(({ file }) => file));
  return reading.length + before.filter(({ file }) => !unreadable.has(file)).length;
}

function problemsOf(files: FolderFiles): readonly Problem[] {
  const parsed = parseDataset(files);
  return parsed.ok ? [] : parsed.problems;
}

function isUncited({ record, field, expected }: Problem, id: string): boolean {
  return record === id && field === 'id' && expected.endsWith('that at least one record cites');
}

/** The programs that fit their schema; the others are reported by `validateFolder`. */
function comparable(files: readonly RecordFile[]): { programs: readonly Frozen<Program>[] } {
  const { record } = tableOf('programs');
  return { programs: files.flatMap(({ value }) => record.safeParse(value).data ?? []) as Program[] };
}
