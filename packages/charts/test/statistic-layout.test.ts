import { describe, expect, test } from 'vitest';
import { largest, type Mark } from '../src/drawing.ts';
import { columnLayout } from '../src/layout/column-layout.ts';
import { partsLayout } from '../src/layout/parts-layout.ts';
import { labelRoomOf, rowLayout, valueRoomOf } from '../src/layout/row-layout.ts';
import { textWidth } from '../src/layout/text-width.ts';

const mark = (label: string, value: number | null, rest: Partial<Mark> = {}): Mark => ({
  label,
  text: String(value ?? '–'),
  words: label,
  details: label,
  value,
  low: null,
  high: null,
  line: null,
  lineLow: null,
  lineHigh: null,
  series: null,
  group: null,
  ...rest,
});

describe('columnLayout', () => {
  const frame = { width: 720, height: 320, kind: 'count', language: 'en' } as const;
  const columnsOf = (marks: readonly Mark[], width = 720) =>
    columnLayout(marks, { ...frame, width, scale: [0, largest(marks)], steps: false });

  test('a column stands on the baseline and its height is proportional to the value', () => {
    const { columns, plot } = columnsOf([mark('2006', 2), mark('2007', 4), mark('2008', 0)]);
    const heights = columns.map(({ top }) => plot.bottom - top);
    expect(heights[1]).toBeCloseTo(2 * (heights[0] ?? 0), 9);
    expect(heights[2]).toBe(0);
  });

  test('a whisker spans the interval; without an upper end it runs to the top and is marked', () => {
    const [full, open, none] = columnsOf([
      mark('a', 1, { low: 0.5, high: 2 }),
      mark('b', 1, { low: 0.5 }),
      mark('c', 1),
    ]).columns;
    expect(full).toMatchObject({ whisker: { open: false } });
    const { top, whisker } = full ?? { top: NaN, whisker: null };
    expect(whisker?.top).toBeLessThan(top);
    expect(whisker?.bottom).toBeGreaterThan(top);
    expect(open).toMatchObject({ whisker: { open: true, top: 14 } });
    expect(none).toMatchObject({ whisker: null });
  });

  test('labels of years are thinned where they would overlap', () => {
    const marks = Array.from({ length: 20 }, (_, index) => mark(String(2006 + index), 1));
    const wide = columnsOf(marks).labels;
    const narrow = columnsOf(marks, 360).labels;
    expect(wide.map(({ text }) => text).slice(0, 3)).toEqual(['2006', '2008', '2010']);
    expect(narrow.map(({ text }) => text).slice(0, 3)).toEqual(['2006', '2009', '2012']);
  });

  test('the fitted line needs two points', () => {
    expect(columnsOf([mark('a', 1, { line: 1 })]).path).toBeNull();
    expect(columnsOf([mark('a', 1, { line: 1 }), mark('b', 2, { line: 2 })]).path).toMatch(/^M[\d.,]+L/);
  });

  test('a band goes around the fitted line, and ends at the edge where it has no end or leaves the scale', () => {
    const line = (lineLow: number | null, lineHigh: number | null) => ({ line: 1, lineLow, lineHigh });
    const { band } = columnsOf([
      mark('a', 2, line(0.5, 1.5)),
      mark('b', 2, line(0.5, null)),
      mark('c', 2, line(0, 90)),
    ]);
    const heights = [...(band ?? '').matchAll(/[ML][\d.]+,([\d.]+)/g)].map(([, height]) => Number(height));
    expect(heights).toHaveLength(6);
    expect(heights.slice(1, 3)).toEqual([14, 14]);
    expect(columnsOf([mark('a', 1, { line: 1 }), mark('b', 2, { line: 2 })]).band).toBeNull();
  });

  test('a line in steps changes between two columns', () => {
    const marks = [mark('a', 1, { line: 1 }), mark('b', 2, { line: 2 })];
    const { path, columns } = columnLayout(marks, { ...frame, width: 720, scale: [0, 2], steps: true });
    const across = (path ?? '').match(/[\d.]+(?=,)/g)?.map(Number);
    const [first = NaN, second = NaN] = columns.map(({ center }) => center);
    expect(across).toHaveLength(4);
    expect(across?.[1]).toBe(across?.[2]);
    expect(across?.[1]).toBeCloseTo((first + second) / 2, 1);
  });

  test('an axis of counts has whole numbers only', () => {
    expect(columnsOf([mark('2006', 1)]).rows.map(({ text }) => text)).toEqual(['0', '1']);
  });

  test('a value below zero hangs from the line of zero', () => {
    const marks = [mark('2006', -2), mark('2007', 1)];
    const { columns, zero } = columnLayout(marks, { ...frame, scale: [-2, 1], steps: false });
    expect(columns[0]).toMatchObject({ top: zero });
    expect(columns[0]?.bottom).toBeGreaterThan(zero);
    expect(columns[1]).toMatchObject({ bottom: zero });
  });

  test('nothing but zeros is drawn as a flat chart', () => {
    const { columns, plot, rows } = columnsOf([mark('2006', 0)]);
    expect(columns[0]?.top).toBe(plot.bottom);
    expect(rows[0]?.text).toBe('0');
  });
});

describe('rowLayout', () => {
  const rowsOf = (marks: readonly Mark[], width: number, narrow: boolean) => {
    const frame = { width, narrow, kind: 'share', language: 'en' } as const;
    return rowLayout(marks, {
      ...frame,
      scale: [0, largest(marks)],
      labelRoom: labelRoomOf(marks, width),
      valueRoom: valueRoomOf(marks),
    });
  };

  test('bars begin at zero and shares never pass 100%', () => {
    const { rows, plot, ticks } = rowsOf([mark('Civil', 1), mark('Justice', 0.5)], 720, false);
    const lengths = rows.map(({ value }) => value - plot.left);
    expect(lengths[0]).toBeCloseTo(2 * (lengths[1] ?? 0), 9);
    expect(ticks.at(-1)).toMatchObject({ x: plot.right, labelX: plot.right, text: '100%', labelled: true });
  });

  test('the first label of a narrow axis is not cut at the edge', () => {
    const [first] = rowsOf([mark('Civil', 1)], 288, true).ticks;
    expect(first?.x).toBeLessThan(textWidth('0%') / 2);
    expect(first?.labelX).toBe(textWidth('0%') / 2);
  });

  test('a long label is broken into lines that stay left of the plot', () => {
    const label = 'China-SCO base for international judicial exchange and cooperation, Shanghai University';
    const { rows, plot } = rowsOf([mark(label, 1)], 720, false);
    expect(rows[0]?.lines.length).toBeGreaterThan(1);
    expect(rows[0]?.lines.map(({ text }) => text).join(' ')).toBe(label);
    for (const { text } of rows[0]?.lines ?? []) expect(textWidth(text)).toBeLessThanOrEqual(plot.left - 24);
  });

  test('a value that is not computable has a dash and no whisker', () => {
    const [row] = rowsOf([mark('Unknown', null)], 360, true).rows;
    expect(row?.text).toBe('–');
    expect(row?.whisker).toBeNull();
  });
});

describe('partsLayout', () => {
  test('parts fill the bar in proportion', () => {
    const parts = partsLayout({ yes: 5, no: 5, unknown: 10 }, { width: 720, language: 'en' }).parts;
    expect(parts.map(({ name, x }) => [name, x])).toEqual([
      ['yes', 0],
      ['no', 180],
      ['unknown', 360],
    ]);
    expect(parts.at(-1)?.width).toBe(360);
  });

  test('labels of small parts stay inside and clear of each other', () => {
    const labels = partsLayout({ yes: 1, no: 60, unknown: 1 }, { width: 360, language: 'en' }).parts.map(
      ({ label }) => label,
    );
    const ends = labels.map(({ text, x }) => x + textWidth(text));
    expect(ends.at(-1)).toBeLessThanOrEqual(360);
    expect(labels[1]?.x).toBeGreaterThan(ends[0] ?? 0);
    expect(labels[2]?.x).toBeGreaterThan(ends[1] ?? 0);
  });

  test('a part that counts nothing is left out', () => {
    expect(
      partsLayout({ yes: 0, no: 0, unknown: 3 }, { width: 360, language: 'en' }).parts.map(({ name }) => name),
    ).toEqual(['unknown']);
    expect(partsLayout({ yes: 0, no: 0, unknown: 0 }, { width: 360, language: 'en' }).parts).toEqual([]);
  });
});
