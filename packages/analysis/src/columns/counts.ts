import type { Codes, Column } from './column.ts';
import type { RowSet } from './row-set.ts';

/** Most cells of a table of pairs that is kept whole; a larger one keeps only the cells that occur. */
const DENSE_CELLS = 0x10_0000;

/** How many rows have one value of each of two columns. */
export interface PairCount<First, Second> {
  /** A row that stands for the value of the first column. */
  readonly first: First;
  /** A row that stands for the value of the second column. */
  readonly second: Second;
  readonly count: number;
}

/**
 * How many rows of a set have each code of a column.
 *
 * @example
 * countCodes(internColumn(['b', 'a', 'b'], (row) => row), everyRow(3)); // => Uint32Array [2, 1]
 */
export function countCodes({ codes, examples }: Column<unknown>, { words }: RowSet): Uint32Array {
  const counts = new Uint32Array(examples.length);
  for (let index = 0; index < words.length; index += 1) {
    for (let bits = words[index] ?? 0, row = index * 32; bits !== 0; bits >>>= 1, row += 1) {
      const code = codes[row] ?? 0;
      counts[code] = (counts[code] ?? 0) + (bits & 1);
    }
  }
  return counts;
}

/**
 * How many rows of a set have each pair of values of two columns. Pairs that no row has are left out.
 *
 * @example
 * const letters = internColumn(['b', 'a', 'b'], (row) => row);
 * countPairs(letters, letters, everyRow(3)); // => [{ first: 'b', second: 'b', count: 2 }, { first: 'a', ... }]
 */
export function countPairs<First, Second>(
  first: Column<First>,
  second: Column<Second>,
  rows: RowSet,
): PairCount<First, Second>[] {
  const width = second.examples.length;
  const dense = first.examples.length * width <= DENSE_CELLS;
  const cells = dense ? denseCells(first, second, rows) : sparseCells(first.codes, second, rows);
  const pairs: PairCount<First, Second>[] = [];
  cells.forEach((count, cell) => {
    if (count === 0) return;
    const [a, b] = [first.examples[Math.floor(cell / width)], second.examples[cell % width]];
    pairs.push({ first: a as First, second: b as Second, count });
  });
  return pairs;
}

function denseCells(first: Column<unknown>, second: Column<unknown>, { words }: RowSet): Uint32Array {
  const width = second.examples.length;
  const [a, b] = [first.codes, second.codes];
  const counts = new Uint32Array(first.examples.length * width);
  for (let index = 0; index < words.length; index += 1) {
    for (let bits = words[index] ?? 0, row = index * 32; bits !== 0; bits >>>= 1, row += 1) {
      const cell = (a[row] ?? 0) * width + (b[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + (bits & 1);
    }
  }
  return counts;
}

function sparseCells(first: Codes, { codes, examples }: Column<unknown>, { words, length }: RowSet) {
  const counts = new Map<number, number>();
  for (let row = 0; row < length; row += 1) {
    if ((((words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 0) continue;
    const cell = (first[row] ?? 0) * examples.length + (codes[row] ?? 0);
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}
