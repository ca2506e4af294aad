import type { Margins } from './contingency.ts';
import { drawCount, hypergeometric } from './draw-count.ts';
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
    return left.map((column, index) => {
      const count = drawCount(hypergeometric({ marked: column, drawn: rest, total: open }), random);
      rest -= count;
      open -= column;
      left[index] = column - count;
      return count;
    });
  });
}
