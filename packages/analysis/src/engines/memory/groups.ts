import type { Codes, Column } from './column.ts';
import { sizeOf, type RowSet } from './row-set.ts';

/** Most cells of a table of pairs that is kept whole; a larger one keeps only the cells that occur. */
const DENSE_CELLS = 0x10_0000;

/** A combination of codes, one of each column, and how many rows have it. */
export interface Group {
  readonly codes: readonly number[];
  readonly count: number;
}

/**
 * How many rows of a set have each combination of the codes of columns. Combinations that no row has are left out.
 *
 * @example
 * const letters = internColumn(['b', 'a', 'b'], (row) => row, (value) => value);
 * countGroups([letters], everyRow(3)); // => [{ codes: [0], count: 2 }, { codes: [1], count: 1 }]
 */
export function countGroups(columns: readonly Column<unknown>[], rows: RowSet): Group[] {
  const [first, second, ...others] = columns;
  if (first === undefined) return groupsOf([sizeOf(rows)], () => []);
  if (second === undefined) return groupsOf(countCodes(first, rows), (code) => [code]);
  if (others.length > 0) {
    // The first two as one column, whose values are pairs of codes.
    const both = pairColumn(first, second, rows);
    return countGroups([both, ...others], rows).map(({ codes: [pair = 0, ...rest], count }) => ({
      codes: [...(both.values[pair] ?? []), ...rest],
      count,
    }));
  }
  const width = second.values.length;
  const dense = first.values.length * width <= DENSE_CELLS;
  const pairs = dense ? countPairs(first, second, rows) : countSparsePairs(first.codes, second, rows);
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

function countCodes({ codes, values }: Column<unknown>, { words }: RowSet): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let index = 0; index < words.length; index += 1) {
    for (let bits = words[index] ?? 0, row = index * 32; bits !== 0; bits >>>= 1, row += 1) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + (bits & 1);
    }
  }
  return counts;
}

function countPairs(first: Column<unknown>, second: Column<unknown>, { words }: RowSet): Uint32Array {
  const width = second.values.length;
  const [a, b] = [first.codes, second.codes];
  const counts = new Uint32Array(first.values.length * width);
  for (let index = 0; index < words.length; index += 1) {
    for (let bits = words[index] ?? 0, row = index * 32; bits !== 0; bits >>>= 1, row += 1) {
      const cell = (a[row] ?? 0) * width + (b[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + (bits & 1);
    }
  }
  return counts;
}

function countSparsePairs(first: Codes, { codes, values }: Column<unknown>, rows: RowSet): Map<number, number> {
  const counts = new Map<number, number>();
  forEachRow(rows, (row) => {
    const cell = (first[row] ?? 0) * values.length + (codes[row] ?? 0);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  });
  return counts;
}

function pairColumn(
  first: Column<unknown>,
  second: Column<unknown>,
  rows: RowSet,
): Column<readonly [first: number, second: number]> {
  const known = new Map<number, number>();
  const codes = new Uint32Array(rows.length);
  const values: [number, number][] = [];
  forEachRow(rows, (row) => {
    const [a, b] = [first.codes[row] ?? 0, second.codes[row] ?? 0];
    const cell = a * second.values.length + b;
    const code = known.get(cell) ?? values.push([a, b]) - 1;
    known.set(cell, code);
    codes[row] = code;
  });
  return { codes, values };
}

function forEachRow({ words, length }: RowSet, call: (row: number) => void): void {
  for (let row = 0; row < length; row += 1) {
    if ((((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1) call(row);
  }
}
