import { afterEach, describe, expect, test } from 'vitest';
import { overwriteGetLocale } from '../src/lib/generated/runtime.js';
import { foundPages } from '../src/lib/server/page-search.ts';
import { wordsOfAddress } from '../src/lib/words-of-address.ts';

afterEach(() => {
  overwriteGetLocale(() => 'en');
});

const pathsOf = (words: string) => foundPages(words).map(({ path }) => path);

test.each([
  ...['Kazakhstan', 'kazakstan', 'Казахстана', '哈萨克斯坦', 'KAZ'].map((words) => [words, '/countries/KZ'] as const),
  ...['trend', 'Is it growing', 'Растёт ли число', '是否在增长'].map((words) => [words, '/statistics/trend'] as const),
  ...['codebook', 'Кодовая книга', '编码手册'].map((words) => [words, '/codebook'] as const),
])('%s finds the page of that name first', (words, path) => {
  expect(pathsOf(words)[0]).toBe(path);
});

test('a title is written in the language of the page, whatever the words', () => {
  overwriteGetLocale(() => 'zh');
  expect(foundPages('Kyrgyzstan')[0]?.title).toEqual({ text: '吉尔吉斯斯坦', lang: null });
});

describe('nothing is found', () => {
  test.each(['', ' ', '…', 'zzzzzz', 'Kazakhstan zzzzzz'])('for %j', (words) => {
    expect(pathsOf(words)).toEqual([]);
  });
});

test.each([
  ['/countries/kazakstan.html', 'kazakstan html'],
  ['/ru/%D0%BA%D0%B0%D0%B7/', 'каз'],
  ['/a/%E0%A4%A', ''],
  ['/', ''],
])('the words of %s are %j', (path, words) => {
  expect(wordsOfAddress(path)).toBe(words);
});
