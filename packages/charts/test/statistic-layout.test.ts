import { describe, expect, test } from 'vitest';
import { columnGeometry } from '../src/lib/charts/column-geometry.ts';
import type { Mark } from '../src/lib/charts/marks.ts';
import { partsGeometry } from '../src/lib/charts/parts-geometry.ts';
import { rowGeometry } from '../src/lib/charts/row-geometry.ts';

const mark = (label: string, value: number | null, rest: Partial<Mark> = {}): Mark => ({
  label,
  value,
  low: null,
  high: null,
  line: null,
  series: null,
  ...rest,
});

describe('columnGeometry', () => {
  const frame = { width: 720, height: 320, kind: 'count' } as const;

  test('a column stands on the baseline and its height is proportional to the value', () => {
    const { columns, plot } = columnGeometry([mark('2006', 2), mark('2007', 4), mark('2008', 0)], frame);
    const heights = columns.map(({ top }) => plot.bottom - top);
    expect(heights[1]).toBeCloseTo(2 * (heights[0] ?? 0), 9);
    expect(heights[2]).toBe(0);
  });

  test('a whisker spans the interval; without an upper end it runs to the top and is marked', () => {
    const [full, open, none] = columnGeometry(
      [mark('a', 1, { low: 0.5, high: 2 }), mark('b', 1, { low: 0.5 }), mark('c', 1)],
      frame,
    ).columns;
    expect(full).toMatchObject({ whisker: { open: false } });
    const { top, whisker } = full ?? { top: NaN, whisker: null };
    expect(whisker?.top).toBeLessThan(top);
    expect(whisker?.bottom).toBeGreaterThan(top);
    expect(open).toMatchObject({ whisker: { open: true, top: 14 } });
    expect(none).toMatchObject({ whisker: null });
  });

  test('labels of years are thinned where they would overlap', () => {
    const marks = Array.from({ length: 20 }, (_, index) => mark(String(2006 + index), 1));
    const wide = columnGeometry(marks, frame).labels;
    const narrow = columnGeometry(marks, { ...frame, width: 360 }).labels;
    expect(wide.map(({ text }) => text).slice(0, 3)).toEqual(['2006', '2008', '2010']);
    expect(narrow.map(({ text }) => text).slice(0, 3)).toEqual(['2006', '2009', '2012']);
  });

  test('the fitted line needs two points', () => {
    expect(columnGeometry([mark('a', 1, { line: 1 })], frame).path).toBeNull();
    expect(columnGeometry([mark('a', 1, { line: 1 }), mark('b', 2, { line: 2 })], frame).path).toMatch(/^M[\d.,]+L/);
  });

  test('nothing but zeros is drawn as a flat chart', () => {
    const { columns, plot, rows } = columnGeometry([mark('2006', 0)], frame);
    expect(columns[0]?.top).toBe(plot.bottom);
    expect(rows[0]?.text).toBe('0');
  });
});

describe('rowGeometry', () => {
  test('bars begin at zero and shares never pass 100%', () => {
    const { rows, plot, ticks } = rowGeometry([mark('Civil', 1), mark('Justice', 0.5)], {
      width: 720,
      narrow: false,
      kind: 'share',
    });
    const lengths = rows.map(({ value }) => value - plot.left);
    expect(lengths[0]).toBeCloseTo(2 * (lengths[1] ?? 0), 9);
    expect(ticks.at(-1)).toEqual({ x: plot.right, text: '100%' });
  });

  test('a value that is not computable has a dash and no whisker', () => {
    const [row] = rowGeometry([mark('Unknown', null)], { width: 360, narrow: true, kind: 'share' }).rows;
    expect(row?.text).toBe('–');
    expect(row?.whisker).toBeNull();
  });
});

describe('partsGeometry', () => {
  test('parts fill the bar in proportion', () => {
    const parts = partsGeometry({ yes: 5, no: 5, unknown: 10 }, 720);
    expect(parts.map(({ name, x }) => [name, x])).toEqual([
      ['yes', 0],
      ['no', 180],
      ['unknown', 360],
    ]);
    expect(parts.at(-1)?.width).toBe(360);
  });

  test('labels of small parts stay inside and clear of each other', () => {
    const labels = partsGeometry({ yes: 1, no: 60, unknown: 1 }, 360).map(({ label }) => label);
    const ends = labels.map(({ text, x }) => x + text.length * 7.4);
    expect(ends.at(-1)).toBeLessThanOrEqual(360);
    expect(labels[1]?.x).toBeGreaterThan(ends[0] ?? 0);
    expect(labels[2]?.x).toBeGreaterThan(ends[1] ?? 0);
  });

  test('a part that counts nothing is left out', () => {
    expect(partsGeometry({ yes: 0, no: 0, unknown: 3 }, 360).map(({ name }) => name)).toEqual(['unknown']);
    expect(partsGeometry({ yes: 0, no: 0, unknown: 0 }, 360)).toEqual([]);
  });
});
