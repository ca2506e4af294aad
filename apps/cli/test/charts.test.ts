import {
  catalogue,
  createCaller,
  askStatistic,
  present,
  statisticNames,
  type Chart,
  type Table,
} from '@govexport/router';
import { openDataset } from '@govexport/router/node';
import { describe, expect, it } from 'vitest';
import { chartLines } from '../src/print/chart-lines.ts';
import { displayWidth } from '../src/print/display-width.ts';

const dataset = openDataset();
const caller = createCaller({ dataset });
const charted = statisticNames.filter((name) => catalogue[name].chart !== null);

const columns: Table['columns'] = [
  { key: 'year', label: 'Year', kind: 'year' },
  { key: 'value', label: 'Value', kind: 'count' },
  { key: 'low', label: 'Low', kind: 'number' },
  { key: 'high', label: 'High', kind: 'number' },
];
const rows = [
  { year: 2014, value: 4, low: 1, high: 8 },
  { year: 2015, value: 0, low: 0, high: null },
  { year: 2016, value: null, low: null, high: null },
];
const table: Table = { name: 'years', title: 'Years', note: null, columns, rows };
const chart: Chart = {
  table: 'years',
  kind: 'columns',
  label: 'year',
  value: 'value',
  low: null,
  high: null,
  line: null,
  line_low: null,
  line_high: null,
  line_steps: false,
  series: null,
  group: null,
};

describe('a chart of characters', () => {
  it('draws columns over years, an unknown value as a question mark', () => {
    expect(chartLines(table, chart, 20)).toEqual([
      '4 ███',
      '  ███',
      '  ███',
      '  ███',
      '  ███',
      '0 ███     ???',
      '  2014   2016',
    ]);
  });

  it('draws level bars in proportion', () => {
    expect(chartLines(table, { ...chart, kind: 'bars' }, 20)).toEqual([
      '2014  ███████████  4',
      '2015               0',
      '2016               –',
      '      0         4',
    ]);
  });

  it('draws a dot with its interval, an open end as an arrow', () => {
    expect(chartLines(table, { ...chart, low: 'low', high: 'high' }, 27)).toEqual([
      '2014    ├──────●───────┤  4',
      '2015  ●────────────────→  0',
      '2016                      –',
      '      0                8',
    ]);
  });

  it('marks the fitted line on the intervals, and says what the sign is', () => {
    const fitted = { ...table, rows: rows.slice(0, 2).map((row) => ({ ...row, fitted: 6 })) };
    expect(chartLines(fitted, { ...chart, low: 'low', high: 'high', line: 'fitted' }, 27)).toEqual([
      '2014    ├──────●───◇───┤  4',
      '2015  ●────────────◇───→  0',
      '      0                8',
      '◇: the fitted line',
    ]);
  });

  it('draws no single row', () => {
    expect(chartLines({ ...table, rows: rows.slice(0, 1) }, chart, 80)).toEqual([]);
  });

  it.each(charted)('of %s fits the width', async (name) => {
    const { tables, chart: own } = present(await askStatistic(caller, name, {}), dataset.meta);
    const shown = tables.find((one) => one.name === own?.table);
    for (const width of [60, 80, 100]) {
      const lines = shown === undefined || own === null ? [] : chartLines(shown, own, width);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => displayWidth(line) > width)).toEqual([]);
    }
  });
});
