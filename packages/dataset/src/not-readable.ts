import type { Problem } from '@govexport/schema';
import { CsvError } from 'csv-parse/sync';

/** A file that cannot be read, with what it is in its message. */
export class NotReadable extends Error {}

/** What a failed file is, in words. */
export function failure(error: unknown): string {
  if (error instanceof NotReadable) return error.message;
  if (error instanceof TypeError) return 'not UTF-8';
  if (error instanceof CsvError) return `not CSV (${csvFault(error.code)})`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown failure';
  return code === 'ENOENT' ? 'missing' : `not readable (${code})`;
}

/** A problem of a file as a whole. */
export function fileProblem(file: string, value: string, expected: string): Problem {
  return { file, record: null, field: '', value, expected };
}

/** The parser's code in words: its message quotes the file. */
function csvFault(code: string): string {
  return code.replace(/^CSV_/, '').toLowerCase().replaceAll('_', ' ');
}
