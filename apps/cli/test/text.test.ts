import { plain, type Table } from '@govexport/router';
import { describe, expect, it } from 'vitest';
import { escapedCsvText } from '@govexport/schema';
import { alternative } from '../src/args/suggest.ts';
import { displayWidth, pad } from '../src/print/display-width.ts';
import { pageText } from '../src/print/page-text.ts';
import { tableLines } from '../src/print/table-lines.ts';
import { wrapText } from '../src/print/wrap-text.ts';

function table(columns: Table['columns'], rows: Table['rows']): Table {
  return { name: 'main', title: 'Main', note: null, columns, rows };
}

const interval: Table['columns'] = [
  { key: 'name', label: 'Name', kind: 'text' },
  { key: 'estimate', label: 'Share', kind: 'share' },
  { key: 'low', label: 'Low', kind: 'ratio' },
  { key: 'high', label: 'High', kind: 'number' },
  { key: 'p', label: 'p value', kind: 'p_value' },
];

describe('display width', () => {
  it.each([
    ['police', 6],
    ['山东警察学院', 12],
    ['“受训”', 6],
    ['ﾊﾝ', 2],
    ['e\u0301', 1],
    ['🙂', 2],
    ['', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
    expect(displayWidth(pad(text, 14))).toBe(14);
  });
});

describe('wrapText', () => {
  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['山东警察学院 college', 8, ['山东警察', '学院', 'college']],
    ['see https://example.org/page now', 8, ['see', 'https://example.org/page', 'now']],
    ['', 8, ['']],
  ])('breaks %j at %i', (text, width, lines) => {
    expect(wrapText(text, width)).toEqual(lines);
  });

  it('breaks a long word where it may', () => {
    expect(wrapText('an abcdefghij', 4, 'broken')).toEqual(['an', 'abcd', 'efgh', 'ij']);
  });
});

describe('a table for people', () => {
  const rows = [
    { name: '山东', estimate: 0.5194, low: 1.02345, high: 3.456, p: 0.0004 },
    { name: 'Beijing', estimate: 1, low: 12, high: 0.031, p: 0.0495 },
  ];

  it('aligns columns and rounds numbers for reading', () => {
    expect(tableLines(table(interval, rows), null)).toEqual([
      'Name      Share     Low   High  p value',
      '-------  ------  ------  -----  -------',
      '山东      51.9%   1.023  3.456   <0.001',
      'Beijing  100.0%  12.000  0.031    0.050',
    ]);
  });

  it('tells an infinite end from what is not computable', () => {
    const missing = [
      { name: 'a', estimate: null, low: 1, high: null, p: null },
      { name: null, estimate: null, low: null, high: null, p: null },
      { name: 'c', estimate: 0.5, low: null, high: 2, p: 1 },
    ];
    const text = pageText(
      { headline: 'Found.', tables: [plain(table(interval, missing))] },
      { dataset: { name: 'd', version: '1.0.0', sha256: 'ab' } },
      { width: null, colour: false },
    );
    expect(text.split('\n').slice(2, -1)).toEqual([
      'Main',
      'Name  Share    Low  High  p value',
      '----  -----  -----  ----  -------',
      'a         ∞  1.000     ∞        –',
      '–         –      –     –        –',
      'c     50.0%     −∞     2    1.000',
      '∞: without bound. –: unknown, not computable or not applicable.',
      '',
      'Dataset d 1.0.0, sha256 ab.',
    ]);
  });

  it.each([30, 40, 60, 80])('fits a terminal of %i columns', (width) => {
    const words = {
      ...rows[0],
      name: 'Institute of International Economic Exchanges 中国国际经济技术交流中心 of China',
    };
    const lines = tableLines(table(interval.slice(0, 3), [words]), width);
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    expect(lines.join('').replaceAll(/[^\p{L}]/gu, '')).toContain('Institute');
  });

  it('shows no character that moves the cursor or turns the text', () => {
    const odd = table([{ key: 'name', label: 'Name', kind: 'text' }], [{ name: 'a\u001B[2Jb\u202Ec' }]);
    expect(tableLines(odd, null).at(-1)).toBe('a\uFFFD[2Jb\uFFFDc');
  });

  it('is bold only where colour is wanted', () => {
    const page = (colour: boolean): string =>
      pageText(
        { headline: 'Found.', tables: [] },
        { dataset: { name: 'd', version: '1', sha256: 'a' } },
        { width: 80, colour },
      );
    expect(page(true)).toContain('\u001B[1mFound.\u001B[22m');
    expect(page(false)).not.toContain('\u001B');
  });
});

describe('csv', () => {
  it('quotes, keeps numbers whole, leaves null empty and disarms formulas in text', () => {
    const columns = interval.slice(0, 2);
    const names = ['a,b', 'say "x"', 'two\nlines', '=1+1', '+1', '-1', '@x', '\tx', '\rx', 'plain', null];
    const rows = names.map((name) => ({ name, estimate: -0.1 / 3 }));
    const text = escapedCsvText(plain(table(columns, rows)).data);
    const cells = [
      '"a,b"',
      '"say ""x"""',
      '"two\nlines"',
      "'=1+1",
      "'+1",
      "'-1",
      "'@x",
      "'\tx",
      '"\'\rx"',
      'plain',
      '',
    ];
    expect(text).toBe(['name,estimate', ...cells.map((cell) => `${cell},-0.03333333333333333`), ''].join('\n'));
  });
});

describe('a name that does not exist', () => {
  it.each([
    ['trnd', 'did you mean trend?'],
    ['TREND', 'did you mean trend?'],
    ['xyz', 'allowed is one of overview, trend.'],
    ['', 'allowed is one of overview, trend.'],
    ['t'.repeat(10_000), 'allowed is one of overview, trend.'],
  ])('%.10s', (given, sentence) => {
    expect(alternative(given, ['overview', 'trend'])).toBe(sentence);
  });
});
