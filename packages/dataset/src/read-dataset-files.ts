import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetFiles, Problem, RecordFile } from '@govexport/schema';
import { DatasetError } from './dataset-error.ts';

const tables = ['programs', 'sources'] as const;

/**
 * Reads the files of a dataset folder without checking the records.
 *
 * @throws DatasetError where the folder, a table or a file is missing, or a file is not JSON in UTF-8
 */
export function readDatasetFiles(folder: string): DatasetFiles {
  const problems: Problem[] = [];
  const meta = readRecord(folder, 'dataset.json', problems);
  const [programs, sources] = tables.map((table) =>
    listRecords(folder, table, problems).flatMap((file) => readRecord(folder, file, problems) ?? []),
  ) as [RecordFile[], RecordFile[]];
  if (meta === null || problems.length > 0) throw new DatasetError(folder, problems);
  return { meta, programs, sources };
}

function listRecords(folder: string, table: string, problems: Problem[]): string[] {
  const path = join(folder, table);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    problems.push(problem(table, 'missing', 'a folder with one JSON file for each record'));
    return [];
  }
  const names = readdirSync(path).sort();
  const strange = names.filter((name) => !name.endsWith('.json'));
  problems.push(...strange.map((name) => problem(`${table}/${name}`, 'not a record', 'only .json files')));
  return names.filter((name) => name.endsWith('.json')).map((name) => `${table}/${name}`);
}

function readRecord(folder: string, file: string, problems: Problem[]): RecordFile | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(folder, file)));
    const record: RecordFile = { file, value: JSON.parse(text) as unknown };
    const misplaced = file === 'dataset.json' ? null : nameMismatch(record);
    if (misplaced !== null) problems.push(misplaced);
    return record;
  } catch (error) {
    problems.push(problem(file, readingFailure(error), 'one JSON object in UTF-8'));
    return null;
  }
}

/** A record lies in the file named after its id, so that a person finds it and no id hides behind another name. */
function nameMismatch({ file, value }: RecordFile): Problem | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (typeof id !== 'string' || file.endsWith(`/${id}.json`)) return null;
  return { file, record: id, field: 'id', value: JSON.stringify(id), expected: 'the name of its file without .json' };
}

function readingFailure(error: unknown): string {
  if (error instanceof SyntaxError) return `not JSON (${error.message})`;
  if (error instanceof TypeError) return 'not UTF-8';
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' ? 'missing' : `not readable (${code ?? String(error)})`;
}

function problem(file: string, value: string, expected: string): Problem {
  return { file, record: null, field: '', value, expected };
}
