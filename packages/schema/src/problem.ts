import type { Table } from './table.ts';

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

/** A problem with the table of its record. */
export interface TableProblem {
  readonly table: Table;
  readonly problem: Problem;
}

/** A record as read, before it is checked: the value and the file it came from. */
export interface RecordFile {
  readonly file: string;
  readonly value: unknown;
}

const longest = 80;
const deepest = 8;

/**
 * Shows a value as JSON in at most 80 characters and on one line; what is nested deeply is left out.
 *
 * @example
 * showValue(['KZ', 'KG']) // => '["KZ","KG"]'
 * @example
 * showValue(undefined) // => 'nothing'
 */
export function showValue(value: unknown): string {
  return value === undefined ? 'nothing' : shorten(showText(JSON.stringify(outline(value, deepest))));
}

/**
 * A problem as one sentence.
 *
 * @example
 * formatProblem({ file: 'programs/GX-0001.json', record: 'GX-0001', field: 'year', value: '2007', expected: '2006' })
 * // => 'programs/GX-0001.json: year is 2007; expected 2006'
 * @example
 * formatProblem({ file: 'records.json', record: 'GX-0001', field: 'year', value: '2007', expected: '2006' })
 * // => 'records.json: GX-0001: year is 2007; expected 2006'
 */
export function formatProblem({ file, record, field, value, expected }: Problem): string {
  const name = record === null || file.includes(record) ? '' : `: ${shorten(record)}`;
  return `${showText(file)}${name}${field === '' ? '' : `: ${field}`} is ${value}; expected ${expected}`;
}

function shorten(text: string): string {
  // Cutting may leave half of a character at the end.
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, '')}…` : text;
}

/**
 * A name as text on one line: characters that would break it, move the cursor or turn the direction of a terminal are
 * written as escapes.
 *
 * @example
 * showText('a\u0007b') // => 'a\\u0007b'
 */
export function showText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value that JSON can print, to a limited depth. */
function outline(value: unknown, depth: number): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object') return typeof value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((item) => outline(item, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, outline(item, depth - 1)]));
}
