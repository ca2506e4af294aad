import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marginsOf } from '../../src/numeric/contingency.ts';
import { everyTableWeight } from '../../src/numeric/every-table.ts';
import { createRandom } from '../../src/numeric/random.ts';
import { drawTable } from '../../src/numeric/random-table.ts';
import { holds } from './seeded.ts';
import { smallTable } from './tables.ts';

describe('drawTable', () => {
  it('keeps the margins', () => {
    holds(
      fc.property(smallTable, fc.nat(), (table, seed) => {
        const margins = marginsOf(table);
        expect(marginsOf(drawTable(margins, createRandom(seed)))).toEqual(margins);
      }),
    );
  });

  it('draws each table with its probability', () => {
    const margins = { rows: [3, 2, 1], columns: [3, 3], total: 6 };
    const weights = everyTableWeight(margins, 100) ?? [];
    const random = createRandom(20221124);
    const counts = new Map<string, number>();
    const draws = 60_000;
    for (let draw = 0; draw < draws; draw += 1) {
      const drawn = JSON.stringify(drawTable(margins, random));
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect(counts.size).toBe(weights.length);
    // Of 3 + 3 things 3 + 2 + 1 are chosen: choose(3, a) choose(2, b) choose(1, c) ways of choose(6, 3) give a + b + c = 3.
    const share = (table: number[][], ways: number): void => {
      const chance = ways / 20;
      const seen = (counts.get(JSON.stringify(table)) ?? 0) / draws;
      expect(Math.abs(seen - chance)).toBeLessThan(5 * Math.sqrt((chance * (1 - chance)) / draws));
    };
    share(
      [
        [3, 0],
        [0, 2],
        [0, 1],
      ],
      1,
    );
    share(
      [
        [2, 1],
        [1, 1],
        [0, 1],
      ],
      6,
    );
    share(
      [
        [1, 2],
        [1, 1],
        [1, 0],
      ],
      6,
    );
    share(
      [
        [1, 2],
        [2, 0],
        [0, 1],
      ],
      3,
    );
  });

  it('is near the expected values for huge counts', () => {
    const [row = []] = drawTable({ rows: [1e6, 1e6], columns: [1e6, 1e6], total: 2e6 }, createRandom(1));
    expect(Math.abs((row[0] ?? 0) - 5e5)).toBeLessThan(5 * Math.sqrt(1e6 / 8));
  });
});

describe('everyTableWeight', () => {
  it('counts the tables', () => {
    // Magic squares of three rows: https://oeis.org/A002817.
    for (const [margin, tables] of [
      [1, 6],
      [2, 21],
      [3, 55],
    ] as const) {
      const sums = [margin, margin, margin];
      expect(everyTableWeight({ rows: sums, columns: sums, total: 3 * margin }, 100)).toHaveLength(tables);
    }
  });

  it('stops where there are more than the limit', () => {
    const sums = [3, 3, 3];
    expect(everyTableWeight({ rows: sums, columns: sums, total: 9 }, 54)).toBeNull();
    expect(everyTableWeight({ rows: sums, columns: sums, total: 9 }, 55)).toHaveLength(55);
  });
});
