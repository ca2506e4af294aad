import { describe as suite, expect, test } from 'vitest';
import { describe } from '../src/describe.ts';
import { groupBySeries, type Drawing, type Mark } from '../src/drawing.ts';
import { heatLayout } from '../src/layout/heat-layout.ts';
import { linesLayout } from '../src/layout/lines-layout.ts';
import { statisticLayout } from '../src/layout/statistic-layout.ts';

const mark = (label: string, value: number | null, rest: Partial<Mark> = {}): Mark => ({
  ...{ label, text: String(value ?? '–'), words: label, details: label, value },
  ...{ low: null, high: null, line: null, lineLow: null, lineHigh: null, series: null, group: null },
  ...rest,
});
const form = { kind: 'number', language: 'en' } as const;

suite('linesLayout', () => {
  const frame = { ...form, width: 348, height: 170, groups: ['a', 'b'] };

  test('a year without a value is a gap, and a value alone is a dot', () => {
    const { lines } = linesLayout(
      [mark('2001', 1, { group: 'a' }), mark('2002', 2, { group: 'a' }), mark('2004', 3, { group: 'a' })],
      frame,
    );
    expect(lines[0]?.path?.match(/M/g)).toHaveLength(2);
    expect(lines[0]?.alone).toHaveLength(1);
  });

  test('an interval is a band around its line', () => {
    const marks = ['2001', '2002'].map((year) => mark(year, 2, { low: 1, high: 4, group: 'a' }));
    const { lines, rows } = linesLayout(marks, frame);
    expect(lines[0]?.band).toMatch(/^M[^Z]+Z$/);
    expect(rows.map(({ text }) => text)).toEqual(['1', '2', '3', '4']);
    expect(linesLayout([mark('2001', 2), mark('2002', 3)], { ...frame, groups: [null] }).lines[0]?.band).toBe('');
  });

  test('names at the ends keep clear of each other and inside', () => {
    const groups = ['a', 'b', 'c', 'd'];
    const marks = groups.flatMap((group) => [mark('2001', 1, { group }), mark('2002', 1, { group })]);
    const { names, plot } = linesLayout(marks, { ...frame, groups });
    expect(names.map(({ text }) => text).toSorted()).toEqual(groups);
    names.slice(1).forEach(({ y }, index) => expect(y - (names[index]?.y ?? 0)).toBeGreaterThanOrEqual(14));
    expect(names.at(-1)?.y).toBeLessThanOrEqual(plot.bottom);
  });

  test('a group looks the same in every small chart', () => {
    const [line] = linesLayout([mark('2001', 1, { group: 'b' }), mark('2002', 1, { group: 'b' })], frame).lines;
    expect(line?.look).toBe(1);
  });
});

suite('heatLayout', () => {
  const marks = [mark('x', 4, { series: 'one' }), mark('y', 0, { series: 'one' }), mark('x', null, { series: 'two' })];

  test('every pair has a cell with its number, and an unknown one a dash', () => {
    const shape = heatLayout(groupBySeries(marks), 720);
    expect(shape?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['4', '0'],
      ['–', '–'],
    ]);
    expect(shape?.rows[0]?.cells.map(({ share }) => share)).toEqual([1, 0]);
  });

  test('cells too small to read are drawn as bars instead', () => {
    const many = Array.from({ length: 12 }, (_, index) => mark(`label ${index}`, index, { series: 'one' }));
    const drawing: Drawing = {
      ...{ title: '', kind: 'heat', marks: many, valueKind: 'count', valueLabel: 'Programs' },
      ...{ hasInterval: false, hasLine: false, hasBand: false, lineSteps: false },
    };
    expect(statisticLayout(drawing, { width: 360, narrow: true, language: 'en' }).panels[0]?.shape.kind).toBe('bars');
    expect(statisticLayout(drawing, { width: 1_200, narrow: false, language: 'en' }).panels[0]?.shape.kind).toBe(
      'heat',
    );
  });
});

test('lines are described by their ends', () => {
  const marks = ['2001', '2002', '2003'].map((year, index) =>
    mark(year, index, { group: 'a', series: 's', words: `${year}: ${index}` }),
  );
  const drawing: Drawing = {
    ...{ title: '', kind: 'lines', marks, valueKind: 'number', valueLabel: 'Value' },
    ...{ hasInterval: false, hasLine: false, hasBand: false, lineSteps: false },
  };
  expect(describe({ kind: 'statistic', title: '', drawing, interval: '' }, 'en')).toBe('s: Value. a 2001: 0, 2003: 2.');
});
