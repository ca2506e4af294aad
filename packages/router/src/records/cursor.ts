import { canonicalJson, showValue } from '@govexport/schema';
import { RequestError } from '../problem.ts';

/** What a list is cut into pages by: the same list has the same mark. */
export interface PageMark {
  readonly sha256: string;
  readonly table: string;
  /** The filled-in input without what only chooses the page. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The cursor behind a record: it holds for the same dataset, filter, search and sort only. */
export function cursorAt(mark: PageMark, key: string): string {
  return `${fingerprint(mark)}.${key}`;
}

/**
 * The key of the record that a cursor stands behind.
 *
 * @throws RequestError `invalid-cursor` where it comes from another list
 */
export function keyOfCursor(mark: PageMark, cursor: string): string {
  const [print, ...key] = cursor.split('.');
  if (print === fingerprint(mark)) return key.join('.');
  throw strangeCursor(cursor);
}

/** The refusal of a cursor that fits no place of the list. */
export function strangeCursor(cursor: string): RequestError {
  const expected = 'the next_cursor of an answer to the same filter, search and sort of the same dataset';
  return new RequestError('invalid-cursor', [{ field: 'cursor', value: showValue(cursor), expected }]);
}

/** FNV-1a, 32 bits: it tells lists apart and protects nothing. */
function fingerprint(mark: PageMark): string {
  let hash = 0x811c9dc5;
  for (const character of canonicalJson([mark.sha256, mark.table, mark.input])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
