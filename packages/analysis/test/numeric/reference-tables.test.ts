import { afterAll, describe, expect, it } from 'vitest';
import { chiSquareTest, cramersV } from '../../src/numeric/chi-square-test.ts';
import { fisherExact2x2, fisherExactTable } from '../../src/numeric/fisher-exact.ts';
import { holmAdjusted } from '../../src/numeric/holm.ts';
import { comparer } from '../reference/compare-each.ts';
import { createCollector, readReference, type Reference } from '../reference/compare.ts';

interface Cases {
  readonly two_by_two: readonly { table: number[][]; level: number; expected: Reference }[];
  readonly larger_table: readonly { table: number[][]; expected: Reference }[];
  readonly drawn_test: readonly { table: number[][]; p_value: number }[];
  readonly holm: readonly { p_values: number[]; expected: Reference }[];
  readonly chi_square: readonly { table: number[][]; expected: Reference }[];
}

const cases = readReference<Cases>('tables.json');
const collector = createCollector();
const compareEach = comparer(collector);

describe('tables agree with R', () => {
  afterAll(() => console.log(collector.summary()));

  // fisher.test() stops its search for the odds ratio and its interval early; the script says how it gets all digits.
  it('Fisher test of a 2 x 2 table: fisher.test', () => {
    compareEach('fisherExact2x2', cases.two_by_two, ({ table, level }) => fisherExact2x2(table, level));
  });

  it('Fisher test of a larger table, every table gone through: fisher.test', () => {
    compareEach('fisherExactTable', cases.larger_table, ({ table }) => {
      const test = fisherExactTable(table, { seed: 1, tables: 1 });
      expect(test.method).toBe('exact');
      return test;
    });
  });

  it('Fisher test of drawn tables: within five standard errors of fisher.test', () => {
    const tables = 40_000;
    for (const { table, p_value } of cases.drawn_test) {
      const test = fisherExactTable(table, { seed: 1, tables });
      expect(test).toMatchObject({ method: 'monte-carlo', tables });
      expect(Math.abs(test.p_value - p_value)).toBeLessThan(
        5 * Math.sqrt((p_value * (1 - p_value)) / tables) + 1 / tables,
      );
    }
  });

  it("chi-square test: chisq.test; Cramer's V: the published formulas", () => {
    compareEach('chiSquareTest', cases.chi_square, ({ table }): unknown => ({
      test: chiSquareTest(table),
      v: cramersV(table),
    }));
  });

  it('p values adjusted for their number: p.adjust', () => {
    compareEach('holmAdjusted', cases.holm, ({ p_values }) => holmAdjusted(p_values));
  });
});
