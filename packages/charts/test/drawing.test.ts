import { describe as suite, expect, test } from 'vitest';
import type { Chart } from '@govexport/analysis/tables';
import { describe } from '../src/describe.ts';
import { groupBySeries, largest, readDrawing, type ChartTable, type Drawing, type Mark } from '../src/drawing.ts';

const inEnglish = { language: 'en' } as const;
const describeDrawing = (drawing: Drawing) => describe({ kind: 'statistic', title: '', drawing, interval: '' }, 'en');

const table: ChartTable = {
  name: 'shares',
  title: 'Shares',
  columns: [
    { key: 'attribute', label: 'Attribute', kind: 'text' },
    { key: 'estimate', label: 'Share of known', kind: 'share', digits: 1 },
    { key: 'low', label: 'Low', kind: 'share', digits: 1 },
    { key: 'high', label: 'High', kind: 'share', digits: 1 },
  ],
  rows: [
    { attribute: 'Security-related', estimate: 0.125, low: 0.027, high: 0.324 },
    { attribute: 'Equipment transfer', estimate: null, low: null, high: null },
  ],
};

const chart: Chart = {
  table: 'shares',
  kind: 'intervals',
  label: 'attribute',
  value: 'estimate',
  low: 'low',
  high: 'high',
  line: null,
  line_low: null,
  line_high: null,
  line_steps: false,
  series: null,
  group: null,
};

const mark = (label: string, value: number, series: string | null = null): Mark => ({
  label,
  text: String(value),
  words: `${label}: ${value}`,
  details: label,
  value,
  low: null,
  high: null,
  line: null,
  lineLow: null,
  lineHigh: null,
  series,
  group: null,
});

suite('readDrawing', () => {
  test('takes the marks and the words of the value out of the table', () => {
    expect(readDrawing(chart, [table], inEnglish)).toEqual({
      title: 'Shares',
      kind: 'intervals',
      valueKind: 'share',
      valueLabel: 'Share of known',
      hasInterval: true,
      hasLine: false,
      hasBand: false,
      lineSteps: false,
      marks: [
        {
          ...mark('Security-related', 0.125),
          ...{ low: 0.027, high: 0.324, text: '12.5%', words: 'Security-related: 12.5% (2.7% to 32.4%)' },
          details: 'Security-related\nShare of known: 12.5% (2.7% to 32.4%)',
        },
        {
          ...{ ...mark('Equipment transfer', 0), value: null, text: '–', words: 'Equipment transfer: not computable' },
          details: 'Equipment transfer\nShare of known: not computable',
        },
      ],
    });
  });

  test('draws nothing where the table is missing or empty', () => {
    expect(readDrawing({ ...chart, table: 'other' }, [table], inEnglish)).toBeNull();
    expect(readDrawing(chart, [{ ...table, rows: [] }], inEnglish)).toBeNull();
  });
});

suite('describe', () => {
  test('names every number of a short chart, and what is not computable', () => {
    const drawing = readDrawing(chart, [table], inEnglish);
    expect(drawing && describeDrawing(drawing)).toBe(
      'Share of known. Security-related: 12.5% (2.7% to 32.4%); Equipment transfer: not computable.',
    );
  });

  test('names the first, the largest and the last of a long chart', () => {
    const marks = Array.from({ length: 20 }, (_, index) => mark(String(2006 + index), index === 12 ? 9 : 1));
    const drawing = { title: '', kind: 'columns', valueKind: 'count', valueLabel: 'Programs' } as const;
    expect(
      describeDrawing({ ...drawing, marks, hasInterval: false, hasLine: false, hasBand: false, lineSteps: false }),
    ).toBe('Programs, 20 values. First, largest and last: 2006: 1; 2018: 9; 2025: 1. The table holds every number.');
  });
});

const counts: ChartTable = {
  name: 'years',
  title: 'Years',
  columns: [
    { key: 'year', label: 'Year', kind: 'year' },
    { key: 'count', label: 'Programs', kind: 'count' },
    { key: 'low', label: 'Low', kind: 'number', digits: 3 },
    { key: 'high', label: 'High', kind: 'number', digits: 3 },
  ],
  rows: [],
};

test.each([
  [{ low: 0.0253, high: 5.5716 }, '2006: 1 (0.025 to 5.572)'],
  [{ low: 0.5, high: null }, '2006: 1 (0.500 to no upper end)'],
  [{ low: null, high: 2 }, '2006: 1 (no lower end to 2.000)'],
  [{ low: null, high: null }, '2006: 1'],
])('a count with the ends %j is written with the digits of its table', (ends, words) => {
  const rows = [{ year: 2006, count: 1, ...ends }];
  const drawn = readDrawing(
    { ...chart, table: 'years', label: 'year', value: 'count' },
    [{ ...counts, rows }],
    inEnglish,
  );
  expect(drawn?.marks[0]?.words).toBe(words);
});

test('the details of a mark name every number of its row that is known, the fitted one with its interval', () => {
  const columns = [
    ...counts.columns,
    { key: 'expected', label: 'Fitted', kind: 'number', digits: 2 },
    { key: 'expected_low', label: 'Fitted, low', kind: 'number', digits: 2 },
    { key: 'expected_high', label: 'Fitted, high', kind: 'number', digits: 2 },
    { key: 'rate', label: 'Rate', kind: 'number', digits: 2 },
    { key: 'note', label: 'Note', kind: 'text' },
  ] as const;
  const fitted = { expected: 0.81, expected_low: 0.4, expected_high: 1.62, rate: null, note: 'no mark' };
  const lines = { line: 'expected', line_low: 'expected_low', line_high: 'expected_high' };
  const drawn = readDrawing(
    { ...chart, ...lines, table: 'years', label: 'year', value: 'count' },
    [{ ...counts, columns, rows: [{ year: 2006, count: 1, low: 0.0253, high: 5.5716, ...fitted }] }],
    inEnglish,
  );
  expect(drawn?.marks[0]?.details).toBe('2006\nPrograms: 1 (0.025 to 5.572)\nFitted: 0.81 (0.40 to 1.62)');
});

test('groupBySeries keeps the order of the rows', () => {
  const groups = groupBySeries([mark('2006', 1, 'Civil'), mark('2006', 0, 'Justice'), mark('2007', 3, 'Civil')]);
  expect(groups.map(({ series, marks }) => [series, marks.map(({ value }) => value)])).toEqual([
    ['Civil', [1, 3]],
    ['Justice', [0]],
  ]);
});

test('largest looks at values, upper ends and fitted values', () => {
  expect(largest([])).toBe(0);
  expect(
    largest([
      { ...mark('', 1), high: 4 },
      { ...mark('', 2), line: 7 },
    ]),
  ).toBe(7);
});
