import { marginsOf, type ContingencyTable, type Margins } from './contingency.ts';
import { chiSquareUpperTail } from './distributions.ts';

/** What Pearson's test says of a table, and by how much each cell departs from independence. */
export interface ChiSquareTest {
  readonly statistic: number;
  readonly df: number;
  readonly p_value: number;
  /** Counts expected where rows and columns do not depend on each other. */
  readonly expected: number[][];
  /** Observed less expected over its standard error: about standard normal under independence. */
  readonly adjusted_residuals: number[][];
}

/** Strength of association, 0 to 1. */
export interface CramersV {
  readonly v: number;
  /** Without the part that chance alone gives on average. */
  readonly corrected: number;
}

/** An excess over chance this small beside it is rounding. */
const ROUNDING = 1e-12;

/**
 * Pearson's chi-square test of independence, without continuity correction. Empty rows and columns take no part in the
 * test; their cells get the expected count and the residual 0.
 *
 * R: `chisq.test(table, correct = FALSE)`; the residuals are its `$stdres`.
 *
 * @see Pearson, K. (1900). https://doi.org/10.1080/14786440009463897
 * @see Haberman, S. J. (1973). The analysis of residuals in cross-classified tables. https://doi.org/10.2307/2529686
 * @returns the test, or null where fewer than two rows or columns hold anything
 * @throws RangeError where rows differ in length or a cell is not a whole number of zero or more
 * @example
 * chiSquareTest([[10, 20], [20, 10]])?.statistic; // 6.666666666666667
 */
export function chiSquareTest(table: ContingencyTable): ChiSquareTest | null {
  const margins = marginsOf(table);
  const { rows, columns, total } = margins;
  const [filledRows, filledColumns] = filled(margins);
  if (filledRows < 2 || filledColumns < 2) return null;
  const expected = rows.map((row) => columns.map((column) => (row * column) / total));
  const statistic = sumCells(table, (count, row, column) => {
    const mean = expected[row]?.[column] ?? 0;
    return mean === 0 ? 0 : (count - mean) ** 2 / mean;
  });
  const df = (filledRows - 1) * (filledColumns - 1);
  return {
    statistic,
    df,
    p_value: chiSquareUpperTail(statistic, df),
    expected,
    adjusted_residuals: table.map((counts, row) =>
      counts.map((count, column) => residual(count, { row: rows[row] ?? 0, column: columns[column] ?? 0, total })),
    ),
  };
}

/**
 * Cramer's V, plain and with Bergsma's correction of its upward bias.
 *
 * R: `sqrt(chisq.test(table, correct = FALSE)$statistic / sum(table) / min(dim(table) - 1))`; the correction by the
 * published formula. Empty rows and columns are left out.
 *
 * @see Cramer, H. (1946). Mathematical Methods of Statistics. Princeton University Press, section 21.9.
 * @see Bergsma, W. (2013). A bias-correction for Cramer's V and Tschuprow's T. https://doi.org/10.1016/j.jkss.2012.10.002
 * @returns both, or null where fewer than two rows or columns hold anything
 * @throws RangeError where rows differ in length or a cell is not a whole number of zero or more
 * @example
 * cramersV([[10, 20], [20, 10]]); // { v: 0.33333333333333337, corrected: 0.30949223029508643 }
 */
export function cramersV(table: ContingencyTable): CramersV | null {
  const test = chiSquareTest(table);
  if (!test) return null;
  const margins = marginsOf(table);
  const [rows, columns] = filled(margins);
  const { total } = margins;
  const association = test.statistic / total;
  const byChance = test.df / (total - 1);
  const excess = association - byChance;
  const room = (size: number): number => ((size - 1) * (total - size)) / (total - 1);
  const corrected = excess <= ROUNDING * byChance ? 0 : Math.sqrt(excess / Math.min(room(rows), room(columns)));
  return {
    v: Math.min(1, Math.sqrt(association / (Math.min(rows, columns) - 1))),
    corrected: Math.min(1, corrected),
  };
}

function filled({ rows, columns }: Margins): [rows: number, columns: number] {
  const count = (sums: readonly number[]): number => sums.filter((sum) => sum > 0).length;
  return [count(rows), count(columns)];
}

function sumCells(table: ContingencyTable, value: (count: number, row: number, column: number) => number): number {
  return table.reduce(
    (sum, counts, row) => counts.reduce((part, count, column) => part + value(count, row, column), sum),
    0,
  );
}

/** The sums that a cell lies in. */
interface Sums {
  readonly row: number;
  readonly column: number;
  readonly total: number;
}

function residual(count: number, { row, column, total }: Sums): number {
  if (row === 0 || column === 0) return 0;
  const mean = (row * column) / total;
  return (count - mean) / Math.sqrt(mean * ((total - row) / total) * ((total - column) / total));
}
