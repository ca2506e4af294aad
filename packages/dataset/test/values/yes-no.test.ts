import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/import/values/plain-text.ts';
import { isUnknownWord, readYesNo, unknownWords } from '../../src/import/values/yes-no.ts';

describe('yes or no', () => {
  const yes = [
    'true',
    'TRUE',
    'yes',
    'Yes',
    'y',
    'Y',
    '1',
    '１',
    'x',
    'X',
    'х',
    'Х',
    '✓',
    '✔',
    '✔️',
    '√',
    '+',
    'да',
    'Да',
    ' да ',
  ];
  test.each([...yes, '是', '有', 'ja', 'oui'])('%j is yes', (text) => {
    expect(readYesNo(text)).toBe(true);
  });

  test.each(['false', 'FALSE', 'no', 'No', 'n', 'N', '0', 'нет', 'Нет', '否', '无', '没有', 'nein', 'non'])(
    '%j is no',
    (text) => {
      expect(readYesNo(text)).toBe(false);
    },
  );

  test.each(['', ' ', '2', '10', 'yes?', 'partly', 'частично', '部分', '-', 'n/a', 'xx', 'constructor', '?'])(
    '%j is neither',
    (text) => {
      expect(readYesNo(text)).toBeNull();
    },
  );
});

describe('a word for what is unknown', () => {
  test.each([
    '?',
    '-',
    '—',
    '–',
    'n/a',
    'N/A',
    '#N/A',
    'н/д',
    'Н/Д',
    'нет данных',
    'неизвестно',
    '不详',
    '未知',
    'Unknown',
    'TBD',
  ])('%j is one', (text) => {
    expect(isUnknownWord(text)).toBe(true);
  });

  test.each(['', 'NA', 'na', 'no', 'нет', '无', '0', 'KZ'])('%j is none', (text) => {
    expect(isUnknownWord(text)).toBe(false);
  });

  test('stands once in the list, as texts are compared, and means neither yes nor no', () => {
    expect(unknownWords.map(plainText)).toEqual([...new Set(unknownWords)]);
    expect(unknownWords.filter((word) => readYesNo(word) !== null)).toEqual([]);
  });
});
