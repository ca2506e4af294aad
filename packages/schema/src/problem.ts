import type { z } from 'zod';

/** One thing that is wrong with one field of one record. */
export interface Problem {
  /** File that holds the record, as given by the reader. */
  readonly file: string;
  /** Id of the record, or `null` where it has none. */
  readonly record: string | null;
  /** Field within the record, such as `participants.low`; empty for the record as a whole. */
  readonly field: string;
  /** The value found, as JSON, shortened. */
  readonly value: string;
  /** What would have been right. */
  readonly expected: string;
}

/** A record as read, before it is checked: the value and the file it came from. */
export interface RecordFile {
  readonly file: string;
  readonly value: unknown;
}

const longestValue = 80;

/** Shows a value as JSON in at most 80 characters. */
export function showValue(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}

/**
 * A problem as one sentence.
 *
 * @example
 * formatProblem({ file: 'programs/GX-0001.json', record: 'GX-0001', field: 'year', value: '2007', expected: '2006' })
 * // => 'programs/GX-0001.json: GX-0001: year is 2007; expected 2006'
 */
export function formatProblem({ file, record, field, value, expected }: Problem): string {
  const place = record === null || file.includes(record) ? file : `${file}: ${record}`;
  return `${place}: ${field === '' ? 'the record' : field} is ${value}; expected ${expected}`;
}

/** The id of an unchecked record, where it has one. */
export function recordIdOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  return typeof value.id === 'string' ? value.id : null;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((holder, key) => (holder as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** Turns the issues of one failed parse into problems. */
export function problemsFromZod({ file, value }: RecordFile, error: z.core.$ZodError): Problem[] {
  const record = recordIdOf(value);
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const path = [...issue.path, key];
        return { file, record, field: path.join('.'), value: showValue(valueAt(value, path)), expected: 'no such field' };
      });
    }
    const expected = expectedBy(issue);
    return [{ file, record, field: issue.path.join('.'), value: showValue(valueAt(value, issue.path)), expected }];
  });
}

/** What a zod issue asks for, in words. */
export function expectedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_big' && issue.message.startsWith('Too big')) return `at most ${issue.maximum}`;
  if (issue.code === 'too_small' && issue.message.startsWith('Too small')) return `at least ${issue.minimum}`;
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) return `a value of type ${issue.expected}`;
  return issue.message;
}
