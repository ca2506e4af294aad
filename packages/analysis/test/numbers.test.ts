import { expect, test } from 'vitest';
import { cellWriter, locales, writeCount, writeExact, writeLevel, writeNumber, type Language } from '../src/tables.ts';
import { estimateColumns } from '../src/table.ts';

const languages = Object.keys(locales) as Language[];
const values = [0, 1, -0.5, 0.0625, 12.3456, 999, 1000, -1234.5678, 16_935_000_000, 1234567.891];
const spellings = [
  ['count', 'decimal', 0],
  ['number', 'decimal', 3],
  ['share', 'percent', 1],
] as const;

test.each(languages)('numbers are written as Intl writes them in %s', (language) => {
  for (const [kind, style, digits] of spellings) {
    const options = { style, minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' };
    const format = new Intl.NumberFormat(locales[language], options as Intl.NumberFormatOptions);
    for (const value of values) {
      const written = format.format(value);
      // Russian texts have the sign of minus, and Intl the hyphen.
      expect(writeNumber(value, { kind, language, digits })).toBe(
        language === 'ru' ? written.replace('-', '−') : written,
      );
    }
  }
});

test.each([
  ['year', 2018, 0, '2018'],
  ['p_value', 0.0004, 3, '<0.001'],
  ['p_value', 0.159, 3, '0.159'],
  ['number', -0.0004, 2, '0.00'],
  ['share', -0.00001, 1, '0.0%'],
] as const)('a %s such as %d with %i digits is %s', (...[kind, value, digits, text]) => {
  expect(writeNumber(value, { kind, language: 'en', digits })).toBe(text);
});

test('the number of a record keeps its digits, and a year has no marks', () => {
  expect([2014, -0.5, 16_935_000.5].map((value) => writeExact(value, 'en'))).toEqual(['2014', '-0.5', '16,935,000.5']);
});

test('the marks are those of the language', () => {
  expect(writeNumber(0.0004, { kind: 'p_value', language: 'ru', digits: 3 })).toBe('<0,001');
  expect(writeCount(12345, 'ru')).toBe('12\u{a0}345');
  expect([0.95, 0.999].map(writeLevel)).toEqual(['95%', '99.9%']);
});

test.each([
  [{ estimate: 2, low: 1, high: 3 }, ['2', '1', '3']],
  [{ estimate: null, low: 1, high: null }, ['∞', '1', '∞']],
  [{ estimate: 2, low: null, high: 3 }, ['2', '−∞', '3']],
  [{ estimate: 2, low: null, high: null }, ['2', '–', '–']],
  [{ estimate: null, low: null, high: null }, ['–', '–', '–']],
])('an end without bound is told from one that is not computable: %j', (row, texts) => {
  const write = cellWriter(estimateColumns('Count', 'count'), 'en');
  expect(['estimate', 'low', 'high'].map((key) => write(row, key))).toEqual(texts);
});

test('each interval of a row has its own ends', () => {
  const write = cellWriter([], 'en');
  expect(write({ low: 1, expected_low: 1, expected_high: null }, 'expected_high')).toBe('∞');
  expect(write({ low: 1, expected_low: null, expected_high: null }, 'expected_high')).toBe('–');
});

test('a row of whole measures is written whole, among measures that are not', () => {
  const write = cellWriter([{ key: 'value', label: 'Value', kind: 'measure', digits: 2 }], 'en');
  expect([42, 1.4].map((value) => write({ value }, 'value'))).toEqual(['42', '1.40']);
});
