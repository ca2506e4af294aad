import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { showValue, type DatasetFiles, type Problem, type RecordFile } from '@govexport/schema';
import { DatasetError } from './dataset-error.ts';

/**
 * Reads the files of a dataset folder without checking the records.
 *
 * @param folder - path of the folder, absolute or from the working directory
 * @throws DatasetError where the folder, a table or a file is missing, or a file is not JSON in UTF-8
 * @example
 * readDatasetFiles('data').sources[0]?.file // => 'sources/S-0001.json'
 */
export function readDatasetFiles(folder: string): DatasetFiles {
  const { files, problems } = scanFolder(folder);
  if (problems.length > 0) throw new DatasetError(folder, problems);
  return files;
}

/**
 * Reads every file of a dataset folder, going on after a problem: a file that could not be read has the value
 * `undefined` and a problem without a field.
 *
 * @throws DatasetError where there is no folder at all
 */
export function scanFolder(folder: string): { files: DatasetFiles; problems: readonly Problem[] } {
  if (!isFolder(folder)) {
    const expected = 'a folder with dataset.json, programs/ and sources/';
    throw new DatasetError(folder, [problem(folder, 'no folder', expected)]);
  }
  const problems: Problem[] = [];
  const meta = readJson(folder, 'dataset.json', problems);
  const programs = readTable(folder, 'programs', problems);
  const sources = readTable(folder, 'sources', problems);
  return { files: { meta, programs, sources }, problems };
}

function readTable(folder: string, table: string, problems: Problem[]): RecordFile[] {
  try {
    if (leadsOut(folder, table)) throw new NotReadable('a link out of the dataset');
    const names = readdirSync(join(folder, table)).sort();
    return names.flatMap((name) => readRecord(folder, `${table}/${name}`, problems));
  } catch (error) {
    problems.push(problem(table, failure(error), 'a folder with one JSON file for each record'));
    return [{ file: table, value: undefined }];
  }
}

function readRecord(folder: string, file: string, problems: Problem[]): RecordFile[] {
  if (!file.endsWith('.json')) {
    problems.push(problem(file, 'not a record', 'only .json files in this folder'));
    return [];
  }
  const record = readJson(folder, file, problems);
  problems.push(...nameMismatch(record));
  return [record];
}

function readJson(folder: string, file: string, problems: Problem[]): RecordFile {
  try {
    return { file, value: JSON.parse(readText(folder, file)) as unknown };
  } catch (error) {
    problems.push(problem(file, failure(error), 'one JSON object in UTF-8'));
    return { file, value: undefined };
  }
}

function readText(folder: string, file: string): string {
  const path = join(folder, file);
  // Reading a pipe or a device would wait without end.
  if (!statSync(path).isFile()) throw new NotReadable('not a file');
  if (leadsOut(folder, file)) throw new NotReadable('a link out of the dataset');
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  if (text.startsWith('\uFEFF')) throw new NotReadable('text with a byte order mark');
  return text;
}

class NotReadable extends Error {}

function failure(error: unknown): string {
  if (error instanceof NotReadable) return error.message;
  if (error instanceof SyntaxError) return `not JSON (${oneLine(error.message)})`;
  if (error instanceof TypeError) return 'not UTF-8';
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown failure';
  return code === 'ENOENT' ? 'missing' : `not readable (${code})`;
}

/** The parser's message quotes the file. */
function oneLine(message: string): string {
  return message.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ');
}

/** A record lies in the file named after its id, so that a person finds it and no id hides behind another name. */
function nameMismatch({ file, value }: RecordFile): Problem[] {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  if (typeof id !== 'string' || file.endsWith(`/${id}.json`)) return [];
  return [{ file, record: null, field: 'id', value: showValue(id), expected: 'the name of its file without .json' }];
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether an entry of a folder is a link to a place outside of it. */
function leadsOut(folder: string, entry: string): boolean {
  const way = relative(realpathSync(folder), realpathSync(join(folder, entry)));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function problem(file: string, value: string, expected: string): Problem {
  return { file, record: null, field: '', value, expected };
}
