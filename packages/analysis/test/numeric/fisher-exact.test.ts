import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact2x2 } from '../../src/numeric/fisher-exact.ts';
import { compareNumbers } from '../reference/compare.ts';
import { count, holds, level, notLevels } from './seeded.ts';

const fourCounts = fc.tuple(count, count, count, count);

describe('fisherExact2x2', () => {
  it('contains the odds ratio, with a p value between 0 and 1', () => {
    holds(
      fc.property(fourCounts, level, ([a, b, c, d], coverage) => {
        const { odds_ratio, low, high, p_value } = fisherExact2x2(
          [
            [a, b],
            [c, d],
          ],
          coverage,
        );
        expect(p_value).toBeGreaterThanOrEqual(0);
        expect(p_value).toBeLessThanOrEqual(1);
        if (odds_ratio === null) return;
        expect(low).toBeLessThanOrEqual(odds_ratio);
        expect(high).toBeGreaterThanOrEqual(odds_ratio);
      }),
    );
  });

  it('turns around when the rows do, and stays the same when rows become columns', () => {
    holds(
      fc.property(fourCounts, level, ([a, b, c, d], coverage) => {
        const seen = fisherExact2x2(
          [
            [a, b],
            [c, d],
          ],
          coverage,
        );
        const turned = fisherExact2x2(
          [
            [c, d],
            [a, b],
          ],
          coverage,
        );
        const across = fisherExact2x2(
          [
            [a, c],
            [b, d],
          ],
          coverage,
        );
        expect(across.odds_ratio === null).toBe(seen.odds_ratio === null);
        expect(compareNumbers(across.p_value, seen.p_value)).toBeLessThan(1e-9);
        expect(compareNumbers(turned.p_value, seen.p_value)).toBeLessThan(1e-9);
        expect(compareNumbers(1 / turned.high, seen.low)).toBeLessThan(1e-9);
        expect(compareNumbers(across.high, seen.high)).toBeLessThan(1e-9);
        if (seen.odds_ratio === null) return;
        expect(compareNumbers(1 / (turned.odds_ratio ?? NaN), seen.odds_ratio)).toBeLessThan(1e-9);
      }),
    );
  });

  it('leaves the odds ratio unknown where a margin is zero', () => {
    expect(
      fisherExact2x2(
        [
          [0, 0],
          [3, 4],
        ],
        0.95,
      ),
    ).toEqual({ odds_ratio: null, low: 0, high: Infinity, p_value: 1 });
  });

  it('has an infinite odds ratio and no upper end at perfect separation', () => {
    const test = fisherExact2x2(
      [
        [9, 0],
        [0, 9],
      ],
      0.95,
    );
    expect(test).toMatchObject({ odds_ratio: Infinity, high: Infinity });
    expect(test.low).toBeGreaterThan(1);
    expect(compareNumbers(test.p_value, 2 / 48620)).toBeLessThan(1e-12);
  });

  it.each([
    [[]],
    [[[1, 2]]],
    [[[1], [2]]],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
  ])('refuses %j, which is not two by two', (table) => {
    const message = `table has ${table.length} rows and ${table[0]?.length ?? 0} columns; allowed are two of each.`;
    expect(() => fisherExact2x2(table, 0.95)).toThrow(new RangeError(message));
  });

  it.each(notLevels)('refuses the level %s', (value) => {
    expect(() =>
      fisherExact2x2(
        [
          [1, 2],
          [3, 4],
        ],
        value,
      ),
    ).toThrow(RangeError);
  });
});
