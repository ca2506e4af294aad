import type { Margins } from './contingency.ts';
import { logFactorial } from './distributions.ts';
import type { Random } from './random.ts';

/**
 * Draws a table with given margins, each with its probability where rows and columns do not depend on each other: cell by
 * cell from the hypergeometric distribution that the cells before it leave.
 *
 * R: `r2dtable(1, rows, columns)`.
 *
 * @see Patefield, W. M. (1981). Algorithm AS 159: an efficient method of generating random R x C tables with given row and
 * column totals. https://doi.org/10.2307/2346669
 * @example
 * drawTable({ rows: [2, 1], columns: [3], total: 3 }, { next: () => 0.5, integer: () => 0 }); // [[2], [1]]
 */
export function drawTable({ rows, columns, total }: Margins, random: Random): number[][] {
  const left = [...columns];
  let below = total;
  return rows.map((row) => {
    let rest = row;
    let open = below;
    below -= row;
    return left.map((column, place) => {
      const count = drawCell({ row: rest, column, total: open }, random);
      rest -= count;
      open -= column;
      left[place] = column - count;
      return count;
    });
  });
}

/** What is left for a cell: of its row, of its column, and of all columns from it on. */
interface Room {
  readonly row: number;
  readonly column: number;
  readonly total: number;
}

/** Adds up probabilities from the expected value outwards, up and down by turns, until they reach a random number. */
function drawCell({ row, column, total }: Room, random: Random): number {
  const opposite = total - row - column;
  const [least, most] = [Math.max(0, -opposite), Math.min(row, column)];
  if (least === most) return least;
  const start = Math.min(most, Math.max(least, Math.round((row * column) / total)));
  const chance = chanceOf(start, { row, column, total });
  const drawn = random.next();
  let [sum, up, down, chanceUp, chanceDown] = [chance, start, start, chance, chance];
  while (sum <= drawn && (up < most || down > least)) {
    if (up < most) {
      chanceUp *= ((row - up) / (up + 1)) * ((column - up) / (opposite + up + 1));
      up += 1;
      sum += chanceUp;
      if (sum > drawn) return up;
    }
    if (down > least) {
      chanceDown *= (down / (row - down + 1)) * ((opposite + down) / (column - down + 1));
      down -= 1;
      sum += chanceDown;
      if (sum > drawn) return down;
    }
  }
  // Reached at once, or never, because rounding left the whole sum just below the number.
  return start;
}

/** Probability of a count in the cell. R: `dhyper(count, column, total - column, row)`. */
function chanceOf(count: number, { row, column, total }: Room): number {
  const fixed = [row, total - row, column, total - column].reduce((sum, margin) => sum + logFactorial(margin), 0);
  const cells = [count, row - count, column - count, total - row - column + count];
  return Math.exp(cells.reduce((sum, cell) => sum - logFactorial(cell), fixed - logFactorial(total)));
}
