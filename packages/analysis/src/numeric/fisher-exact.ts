import { bisect, firstNotAbove, firstTrue } from './bisection.ts';
import { marginsOf, type ContingencyTable, type Margins } from './contingency.ts';
import { everyTableWeight } from './every-table.ts';
import { logFactorial } from './distributions.ts';
import { createRandom } from './random.ts';
import { drawTable } from './random-table.ts';
import { requireLevel, requirePositiveCount, requireSeed } from './requirements.ts';

/** Odds ratio of a 2 x 2 table and the exact test of its being 1. */
export interface FisherExact {
  /** Conditional maximum-likelihood estimate; Infinity at one end of its range, null where a margin is zero. */
  readonly odds_ratio: number | null;
  readonly low: number;
  readonly high: number;
  readonly p_value: number;
}

/** How to draw tables where there are too many to go through. */
export interface MonteCarlo {
  readonly seed: number;
  readonly tables: number;
}

/** What the exact test of a larger table says. */
export interface FisherExactTable {
  readonly p_value: number;
  readonly method: 'exact' | 'monte-carlo';
  /** Tables with these margins there are (exact), or tables drawn (monte-carlo). */
  readonly tables: number;
}

/** Probabilities this close together count as equal, as they do in R: rounding must not decide what is as unlikely. */
const EQUAL_WITHIN = Math.log1p(1e-7);

/** Beside the largest weight one with this logarithm is nothing, and so are all beyond it. */
const NEGLIGIBLE = -60;

/** Up to this many tables are gone through one by one, in some tenths of a second. */
const EXACT_UP_TO = 1e5;

/**
 * The p value of that test alone: of a table of two by two, whether its first cell lies as far from what both margins expect.
 *
 * R: `fisher.test(table)$p.value`.
 *
 * @throws RangeError where the table is not two by two or a cell is not a whole number of zero or more
 * @example
 * fisherP2x2([[3, 1], [1, 3]]); // 0.4857142857142857
 */
export function fisherP2x2(table: ContingencyTable): number {
  requireTwoByTwo(table);
  const { least, seen, logs } = firstCell(marginsOf(table), table[0]?.[0] ?? 0);
  return shareAsUnlikely(logs, logs[seen - least] ?? 0);
}

/**
 * Fisher's exact test of a 2 x 2 table given its margins. The odds ratio is the conditional maximum-likelihood estimate,
 * not the cross product; the interval is the central exact one; the two-sided p value adds up all tables that are no more
 * likely than the one seen.
 *
 * R: `fisher.test(table, conf.level = level)`, whose estimate and interval carry about four digits, because its
 * `uniroot()` stops early; here they are solved to the last digit.
 *
 * @see Fisher, R. A. (1935). The logic of inductive inference. https://doi.org/10.2307/2342435
 * @see Cornfield, J. (1956). A statistical problem arising from retrospective studies. Proc. Third Berkeley Symp. 4, 135-148.
 * @throws RangeError where the table is not two rows of two counts, or the level is outside what it allows
 * @example
 * fisherExact2x2([[3, 1], [1, 3]], 0.95).p_value; // 0.4857142857142857
 */
export function fisherExact2x2(table: ContingencyTable, level: number): FisherExact {
  requireTwoByTwo(table);
  const margins = marginsOf(table);
  requireLevel(level);
  const cell = firstCell(margins, table[0]?.[0] ?? 0);
  const { least, seen, logs } = cell;
  const most = least + logs.length - 1;
  if (least === most) return { odds_ratio: null, low: 0, high: Infinity, p_value: 1 };
  const tail = (1 - level) / 2;
  return {
    odds_ratio: seen === least ? 0 : seen === most ? Infinity : oddsAt((tilted) => -tilted.excess, cell),
    low: seen === least ? 0 : oddsAt((tilted) => tail - tilted.atLeast, cell),
    high: seen === most ? Infinity : oddsAt((tilted) => tilted.atMost - tail, cell),
    p_value: shareAsUnlikely(logs, logs[seen - least] ?? 0),
  };
}

/**
 * Fisher's exact test of a table of any size given its margins, as Freeman and Halton extended it: exact, by going through
 * all tables, where there are at most 100,000; otherwise tables are drawn from the seed by Patefield's algorithm and p is
 * `(b + 1) / (m + 1)`. Empty rows and columns change nothing, nor does the order of rows and columns.
 *
 * R: `fisher.test(table)$p.value`; `fisher.test(table, simulate.p.value = TRUE, B = tables)$p.value`.
 *
 * @see Freeman, G. H. & Halton, J. H. (1951). https://doi.org/10.1093/biomet/38.1-2.141
 * @see Patefield, W. M. (1981). Algorithm AS 159. https://doi.org/10.2307/2346669
 * @throws RangeError where an argument is outside what it allows
 * @example
 * fisherExactTable([[3, 0, 0], [0, 2, 0], [0, 0, 2]], { seed: 1, tables: 9999 }).p_value; // 0.009523809523809523
 */
export function fisherExactTable(table: ContingencyTable, { seed, tables }: MonteCarlo): FisherExactTable {
  const margins = inOrder(marginsOf(table));
  requireSeed(seed);
  requirePositiveCount('tables', tables);
  const seen = weightOf(table);
  const weights = everyTableWeight(margins, EXACT_UP_TO);
  if (weights) return { p_value: shareAsUnlikely(weights, seen), method: 'exact', tables: weights.length };
  const random = createRandom(seed);
  let asUnlikely = 1;
  for (let draw = 0; draw < tables; draw += 1) {
    if (weightOf(drawTable(margins, random)) <= seen + EQUAL_WITHIN) asUnlikely += 1;
  }
  return { p_value: asUnlikely / (tables + 1), method: 'monte-carlo', tables };
}

function requireTwoByTwo(table: ContingencyTable): void {
  const columns = table[0]?.length ?? 0;
  if (table.length === 2 && columns === 2) return;
  throw new RangeError(`table has ${table.length} rows and ${columns} columns; allowed are two of each.`);
}

/** The margins without the empty ones, in order of size: what is drawn must not depend on how the table was written. */
function inOrder({ rows, columns, total }: Margins): Margins {
  const sorted = (sums: readonly number[]): number[] =>
    sums.filter((sum) => sum > 0).toSorted((first, second) => second - first);
  return { rows: sorted(rows), columns: sorted(columns), total };
}

/** Logarithm of the probability of a table given its margins, up to a constant. */
function weightOf(table: ContingencyTable): number {
  let weight = 0;
  for (const row of table) for (const count of row) weight -= logFactorial(count);
  return weight;
}

/** Share, of all that these logarithms of weights stand for, of what is no more likely than a weight. */
function shareAsUnlikely(weights: readonly number[], seen: number): number {
  const largest = weights.reduce((most, weight) => Math.max(most, weight), -Infinity);
  let [part, whole] = [0, 0];
  for (const weight of weights) {
    const likelihood = Math.exp(weight - largest);
    whole += likelihood;
    if (weight <= seen + EQUAL_WITHIN) part += likelihood;
  }
  return part / whole;
}

/** The first cell of a 2 x 2 table: its least value, the value seen, and the logarithms of the weights of all values. */
interface FirstCell {
  readonly least: number;
  readonly seen: number;
  readonly logs: readonly number[];
}

/** The weights grow from the likeliest value outwards: there the sums of logarithms are small and keep their digits. */
function firstCell({ rows, columns, total }: Margins, seen: number): FirstCell {
  const [row = 0] = rows;
  const [column = 0] = columns;
  const opposite = total - row - column;
  const least = Math.max(0, -opposite);
  const most = Math.min(row, column);
  const step = (cell: number): number =>
    Math.log(((row - cell) / (cell + 1)) * ((column - cell) / (opposite + cell + 1)));
  const likeliest = Math.min(most, Math.floor(((row + 1) * (column + 1)) / (total + 2)));
  const logs = Array.from({ length: most - least + 1 }, () => 0);
  for (let cell = likeliest; cell < most; cell += 1) logs[cell + 1 - least] = (logs[cell - least] ?? 0) + step(cell);
  for (let cell = likeliest; cell > least; cell -= 1)
    logs[cell - 1 - least] = (logs[cell - least] ?? 0) - step(cell - 1);
  return { least, seen, logs };
}

/** What an odds ratio says of the first cell: its mean less the value seen, and the tails with that value. */
interface Tilted {
  readonly excess: number;
  readonly atMost: number;
  readonly atLeast: number;
}

/** Adds up outwards from the likeliest value, as far as anything counts. */
function tilt({ least, seen, logs }: FirstCell, logOdds: number): Tilted {
  const step = (index: number): number => (logs[index + 1] ?? 0) - (logs[index] ?? 0) + logOdds;
  const peak = firstTrue((index) => step(index) <= 0, 0, logs.length - 1);
  let [below, same, above, moment] = [0, 0, 0, 0];
  const add = (index: number, direction: 1 | -1): void => {
    for (; index >= 0 && index < logs.length; index += direction) {
      const exponent = (logs[index] ?? 0) - (logs[peak] ?? 0) + logOdds * (index - peak);
      if (exponent < NEGLIGIBLE) return;
      const weight = Math.exp(exponent);
      const distance = least + index - seen;
      moment += distance * weight;
      if (distance < 0) below += weight;
      else if (distance > 0) above += weight;
      else same = weight;
    }
  };
  add(peak, 1);
  add(peak - 1, -1);
  const whole = below + same + above;
  return { excess: moment / whole, atMost: (below + same) / whole, atLeast: (above + same) / whole };
}

/** The odds ratio at which a quantity that falls with it is zero, looked for among logarithms. */
function oddsAt(quantity: (tilted: Tilted) => number, cell: FirstCell): number {
  const fall = (logOdds: number): number => quantity(tilt(cell, logOdds));
  const middle = fall(0);
  if (middle === 0) return 1;
  if (middle > 0) return Math.exp(bisect(fall, 0, firstNotAbove(fall, 1)));
  const mirrored = (size: number): number => -fall(-size);
  return Math.exp(-bisect(mirrored, 0, firstNotAbove(mirrored, 1)));
}
