import type { Codes } from './column.ts';

/** Rows of a column in one word of a set. */
const WORD = 32;

/** A set of rows as a bitmap: row 0 is the lowest bit of the first word. Bits beyond the last row are 0. */
export interface RowSet {
  readonly words: Uint32Array;
  readonly length: number;
}

/**
 * The set of all rows.
 *
 * @example
 * everyRow(3).words[0]; // 0b111
 */
export function everyRow(length: number): RowSet {
  const words = new Uint32Array(Math.ceil(length / WORD)).fill(0xffff_ffff);
  const over = words.length * WORD - length;
  if (over > 0) words[words.length - 1] = 0xffff_ffff >>> over;
  return { words, length };
}

/**
 * The rows of a set whose code is allowed, in one pass over the codes; the same set where every code is.
 *
 * @param allowed - 1 or 0 for each code
 * @example
 * keepRows(everyRow(3), Uint8Array.of(0, 1, 0), Uint8Array.of(1, 0)).words[0]; // 0b101
 */
export function keepRows(rows: RowSet, codes: Codes, allowed: Uint8Array): RowSet {
  if (!allowed.includes(0)) return rows;
  const words = rows.words.map((word, index) => {
    let kept = 0;
    let row = index * WORD;
    for (let bits = word, bit = 0; bits !== 0; bits >>>= 1, bit += 1, row += 1) {
      kept |= (bits & (allowed[codes[row] ?? 0] ?? 0)) << bit;
    }
    return kept;
  });
  return { words, length: rows.length };
}

/** The rows that are in any of the sets. */
export function unionOf(sets: readonly RowSet[], length: number): RowSet {
  const words = new Uint32Array(Math.ceil(length / WORD));
  for (const set of sets) set.words.forEach((word, index) => (words[index] = (words[index] ?? 0) | word));
  return { words, length };
}

/** The rows of a set that are not in another. */
export function without({ words, length }: RowSet, left: RowSet): RowSet {
  return { words: words.map((word, index) => word & ~(left.words[index] ?? 0)), length };
}

/** The items whose row is in the set, in their order. */
export function itemsIn<Item>(items: readonly Item[], { words }: RowSet): Item[] {
  return items.filter((_, row) => (((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1);
}

/**
 * How many rows a set has.
 *
 * @example
 * sizeOf(everyRow(1000)); // 1000
 */
export function sizeOf({ words }: RowSet): number {
  return words.reduce((sum, word) => sum + bitsIn(word), 0);
}

/** Set bits of a word, added up in pairs, in fours and in bytes. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
