import { describe, expect, it } from 'vitest';
import { withDigits } from '../src/column-digits.ts';
import { column, type Cell, type ColumnKind } from '../src/table.ts';

const digitsOf = (kind: ColumnKind, cells: readonly Cell[]) =>
  withDigits({ columns: [column('value', 'Value', kind)], rows: cells.map((value) => ({ value })) }).columns[0]?.digits;

describe('withDigits', () => {
  it.each([
    ['share', [0.31, 0.324], 1],
    ['p_value', [0.5], 3],
    ['count', [3], 0],
    ['year', [2018], 0],
    ['ratio', [1.123, 10.14, null], 3],
    ['ratio', [0.00418, 0.0016, 0.0217], 4],
    ['ratio', [], 3],
    ['number', [1, 2, null], 0],
    ['number', [1, 2.5], 2],
    ['number', [0.0253, 5.57, 0], 3],
    ['number', [-0.003, 1.2], 3],
    ['number', [0.0004, 12.5], 4],
    ['number', [1e-17, 0.5], 2],
    ['measure', [42, 1.42], 2],
  ] as const)('writes a %s such as %j with %i digits', (kind, cells, digits) => {
    expect(digitsOf(kind, cells)).toBe(digits);
  });

  it('gives columns of one kind the same digits, as an estimate and the ends of its interval', () => {
    const columns = [column('estimate', 'Alpha', 'number'), column('low', 'Low', 'number')];
    const table = withDigits({ columns, rows: [{ estimate: 1, low: 0.041 }] });
    expect(table.columns.map(({ digits }) => digits)).toEqual([3, 3]);
  });

  it('keeps the digits that a column says', () => {
    const table = { columns: [{ ...column('low', 'Low', 'number'), digits: 5 }], rows: [{ low: 0.5 }] };
    expect(withDigits(withDigits(table)).columns[0]?.digits).toBe(5);
  });
});
