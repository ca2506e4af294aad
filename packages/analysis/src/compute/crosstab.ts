import type { Estimate, Reason } from '../estimate.ts';
import { chiSquareTest, cramersV } from '../numeric/chi-square-test.ts';
import { fisherExact2x2, fisherExactTable, fisherP2x2 } from '../numeric/fisher-exact.ts';
import { holmAdjusted } from '../numeric/holm.ts';
import type { CrosstabResult } from '../results/relations.ts';
import type { Facts } from '../facts.ts';
import { all, map, type Plan } from '../query/plan.ts';
import type { Where } from '../query/query.ts';
import { byFrequency, dimensions, keyOf, shownValues, type DimensionName } from './dimensions.ts';
import { programsWhere } from './filter-where.ts';
import { computed, notComputable } from './interval-estimate.ts';
import type { Filter } from './resolve-filter.ts';
import { countRecords, tally, tallyPairs, type Counted } from './tallies.ts';

export { shownValues, type CrosstabResult };

/** Stands for all values beyond the ones shown. */
export const otherValues = 'other values';

/** Tables that the Monte Carlo form of Fisher's test draws. */
const TABLES = 10_000;

/** Input of the statistic `crosstab`, with every default filled in. */
export interface CrosstabInput extends Filter {
  readonly level: number;
  readonly rows: DimensionName;
  readonly columns: DimensionName;
  readonly seed: number;
}

/** Counts of the programs, or pairs, by two dimensions. */
export interface CrosstabCounts {
  readonly n: number;
  readonly known: number;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly table: readonly (readonly number[])[];
}

/** Counts the programs with each value of both dimensions; a program with several values counts once for each pair. */
export function planCrosstab(input: CrosstabInput, { meta }: Pick<Facts, 'meta'>): Plan<CrosstabCounts> {
  const where = programsWhere(input);
  const known = [input.rows, input.columns].map((name): Where => ({ op: 'known', field: dimensions[name].field }));
  const both: Where = { op: 'and', of: [where, ...known] };
  const [row, column] = [keyOf(input.rows), keyOf(input.columns)];
  const plans = all({
    n: countRecords('programs', where),
    known: countRecords('programs', both),
    row: tally<string>('programs', both, row),
    column: tally<string>('programs', both, column),
    pairs: tallyPairs<string, string>({ table: 'programs', where: both }, row, column),
  });
  return map(plans, ({ n, known, pairs, ...found }) => {
    const rows = sideOf(input.rows, found.row, meta.recipients);
    const columns = sideOf(input.columns, found.column, meta.recipients);
    const table = rows.values.map(() => columns.values.map(() => 0));
    for (const { first, second, count } of pairs) {
      const [cells, place] = [table[rows.place(first)], columns.place(second)];
      if (cells !== undefined) cells[place] = (cells[place] ?? 0) + count;
    }
    return { n, known, rows: rows.values, columns: columns.values, table };
  });
}

/** The values that occur, the most frequent first, and the place of each among them. */
function sideOf(name: DimensionName, counts: Counted<string>, recipients: readonly string[]) {
  const present = byFrequency(name, counts, recipients);
  const pooled = present.length > shownValues;
  const values = pooled ? [...present.slice(0, shownValues - 1), otherValues] : present;
  const places = new Map(values.map((value, index) => [value, index]));
  return { values, place: (value: string): number => places.get(value) ?? values.length - 1 };
}

/** Tests the relation and measures it; dependent pairs are shown and not tested. */
export function inferCrosstab(counts: CrosstabCounts, input: CrosstabInput): CrosstabResult {
  const { n, known, rows, columns, table } = counts;
  const pairs = table.flat().reduce((sum, count) => sum + count, 0);
  const multi_valued = dimensions[input.rows].multi_valued || dimensions[input.columns].multi_valued;
  const refusal = refusalOf(counts, input, multi_valued);
  const tests = refusal === null ? testsOf(table, input) : refused(refusal);
  const { expected, residuals, adjusted, ...measures } = tests;
  const cells = rows.flatMap((row, i) =>
    columns.map((column, j) => ({
      row,
      column,
      observed: table[i]?.[j] ?? 0,
      expected: expected?.[i]?.[j] ?? null,
      adjusted_residual: residuals?.[i]?.[j] ?? null,
      p_holm: adjusted?.(i, j) ?? null,
    })),
  );
  return { n, known, unknown: n - known, pairs, multi_valued, cells, ...measures };
}

interface Refusal {
  readonly reason: Reason;
  readonly n: number;
  readonly required: number;
}

function refusalOf({ n, known, rows, columns }: CrosstabCounts, input: CrosstabInput, multi: boolean): Refusal | null {
  const fewest = Math.min(rows.length, columns.length);
  if (n === 0) return { reason: 'no-records', n: 0, required: 1 };
  if (known === 0) return { reason: 'no-known-values', n: 0, required: 1 };
  if (input.rows === input.columns) return { reason: 'same-dimension', n: 1, required: 2 };
  if (multi) return { reason: 'dependent-pairs', n: known, required: known };
  return fewest < 2 ? { reason: 'one-value-only', n: fewest, required: 2 } : null;
}

function refused({ reason, n, required }: Refusal) {
  const none = { p_value: null, reason, n, required };
  return {
    expected: null,
    residuals: null,
    adjusted: null,
    chi_square: none,
    fisher: none,
    odds_ratio: null,
    cramers_v: null,
  };
}

function testsOf(table: readonly (readonly number[])[], { seed, level }: CrosstabInput) {
  const test = chiSquareTest(table);
  if (test === null) return refused({ reason: 'one-value-only', n: 1, required: 2 });
  const { statistic, df, p_value, expected, adjusted_residuals } = test;
  return {
    expected,
    residuals: adjusted_residuals,
    adjusted: cellTests(table),
    chi_square: { p_value, statistic, df, smallest_expected: Math.min(...expected.flat()) },
    fisher: fisherExactTable(table, { seed, tables: TABLES }),
    odds_ratio: table.length === 2 && table[0]?.length === 2 ? oddsRatio(table, level) : null,
    cramers_v: cramersV(table),
  };
}

/**
 * The exact p value of every cell against all others, adjusted by Holm's method. Both cells of a side of two stand for one
 * test, since one is what the other leaves.
 */
function cellTests(table: readonly (readonly number[])[]): (row: number, column: number) => number | null {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const totals = {
    rows: table.map(sum),
    columns: (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j] ?? 0))),
  };
  const all = sum(totals.rows);
  const tested = (length: number): number => (length === 2 ? 1 : length);
  const [rows, columns] = [tested(totals.rows.length), tested(totals.columns.length)];
  const p = table.slice(0, rows).flatMap((counts, i) =>
    counts.slice(0, columns).map((cell, j) => {
      const [row, column] = [totals.rows[i] ?? 0, totals.columns[j] ?? 0];
      return fisherP2x2([
        [cell, row - cell],
        [column - cell, all - row - column + cell],
      ]);
    }),
  );
  const adjusted = holmAdjusted(p);
  return (row, column) => adjusted[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)] ?? null;
}

function oddsRatio(table: readonly (readonly number[])[], level: number): Estimate {
  const { odds_ratio, low, high } = fisherExact2x2(table, level);
  if (odds_ratio === null) return notComputable('one-value-only', 1, 2);
  return computed(odds_ratio, { low, high }, { method: 'conditional-exact', level });
}
