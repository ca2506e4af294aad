import type { Coded, Codes } from './column.ts';
import { sizeOf, type RowSet } from './row-set.ts';

/** Most cells of a table of pairs that is kept whole, in all and for each row; a larger one keeps only those that occur. */
const DENSE_CELLS = 0x10_0000;
const DENSE_CELLS_A_ROW = 8;

/** A combination of codes, one of each column, and how many rows have it. */
export interface Group {
  readonly codes: readonly number[];
  readonly count: number;
}

/**
 * How many rows of a set have each combination of the codes of columns. Combinations that no row has are left out.
 *
 * @example
 * countGroups([{ codes: Uint8Array.of(0, 1, 0), size: 2 }], everyRow(3)); // [{ codes: [0], count: 2 }, { codes: [1], count: 1 }]
 */
export function countGroups(columns: readonly Coded[], rows: RowSet): Group[] {
  const [first, second, ...others] = columns;
  if (first === undefined) return groupsOf([sizeOf(rows)], () => []);
  if (second === undefined) return groupsOf(countCodes(first, rows), (code) => [code]);
  if (others.length > 0) {
    const both = pairCodes(first, second, rows);
    return countGroups([both, ...others], rows).map(({ codes: [pair = 0, ...rest], count }) => ({
      codes: [...both.pairOf(pair), ...rest],
      count,
    }));
  }
  const width = second.size;
  const pairs = isDense(first.size * width, rows)
    ? countPairs(first, second, rows)
    : countSparsePairs(first.codes, second, rows);
  return groupsOf(pairs, (cell) => [Math.floor(cell / width), cell % width]);
}

/** The groups of counts that are not zero, each at the place of its codes. */
function groupsOf(
  counts: { forEach(call: (count: number, place: number) => void): void },
  codesOf: (place: number) => readonly number[],
): Group[] {
  const groups: Group[] = [];
  counts.forEach((count, place) => {
    if (count > 0) groups.push({ codes: codesOf(place), count });
  });
  return groups;
}

function isDense(cells: number, { length }: RowSet): boolean {
  return cells <= Math.min(DENSE_CELLS, DENSE_CELLS_A_ROW * length);
}

function countCodes({ codes, size }: Coded, { words }: RowSet): Uint32Array {
  const counts = new Uint32Array(size);
  for (let index = 0; index < words.length; index += 1) {
    for (let bits = words[index] ?? 0, row = index * 32; bits !== 0; bits >>>= 1, row += 1) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + (bits & 1);
    }
  }
  return counts;
}

function countPairs(first: Coded, second: Coded, { words }: RowSet): Uint32Array {
  const width = second.size;
  const [a, b] = [first.codes, second.codes];
  const counts = new Uint32Array(first.size * width);
  for (let index = 0; index < words.length; index += 1) {
    for (let bits = words[index] ?? 0, row = index * 32; bits !== 0; bits >>>= 1, row += 1) {
      const cell = (a[row] ?? 0) * width + (b[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + (bits & 1);
    }
  }
  return counts;
}

function countSparsePairs(first: Codes, { codes, size }: Coded, rows: RowSet): Map<number, number> {
  const counts = new Map<number, number>();
  forEachRow(rows, (row) => {
    const cell = (first[row] ?? 0) * size + (codes[row] ?? 0);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  return counts;
}

interface PairCodes extends Coded {
  /** The two codes that one stands for. */
  readonly pairOf: (code: number) => readonly [first: number, second: number];
}

/** Two columns as one: a code for each pair, or, where there could be too many, for each that occurs. */
function pairCodes(first: Coded, second: Coded, rows: RowSet): PairCodes {
  const width = second.size;
  const [a, b] = [first.codes, second.codes];
  const codes = new Uint32Array(rows.length);
  const split = (pair: number): readonly [number, number] => [Math.floor(pair / width), pair % width];
  if (isDense(first.size * width, rows)) {
    for (let row = 0; row < codes.length; row += 1) codes[row] = (a[row] ?? 0) * width + (b[row] ?? 0);
    return { codes, size: first.size * width, pairOf: split };
  }
  const known = new Map<number, number>();
  forEachRow(rows, (row) => {
    const pair = (a[row] ?? 0) * width + (b[row] ?? 0);
    const code = known.get(pair) ?? known.size;
    known.set(pair, code);
    codes[row] = code;
  });
  const pairs = [...known.keys()];
  return { codes, size: pairs.length, pairOf: (code) => split(pairs[code] ?? 0) };
}

function forEachRow({ words, length }: RowSet, call: (row: number) => void): void {
  for (let row = 0; row < length; row += 1) {
    if ((((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1) call(row);
  }
}
