import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { translate } from '../src/words.ts';

const folders = ['../src/words/phrases/', '../../../apps/web/messages/'].map((path) => new URL(path, import.meta.url));

/** Every wording of a language, each with the file that holds it. */
const wordingsOf = (language: 'ru' | 'zh') =>
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(`${language}.json`))
      .flatMap((name) => textsOf(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).map((text) => [name, text])),
  );

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

describe('a number takes the form of the noun that it asks for', () => {
  test.each([
    ['0', '0 программ'],
    ['1', '1 программа'],
    ['2', '2 программы'],
    ['5', '5 программ'],
    ['11', '11 программ'],
    ['21', '21 программа'],
    ['101', '101 программа'],
  ])('%s', (count, words) => {
    expect(translate(`${count} programs`, 'ru')).toBe(words);
  });

  test.each([
    ['1', 'медиана 1 день'],
    ['7', 'медиана 7 дней'],
    ['12.5', 'медиана 12,5 дня'],
    ['21', 'медиана 21 день'],
  ])('%s days', (median, words) => {
    const text = `The length is known of 16 of 21 programs (61.5%): median ${median} days (95% interval 7 to 16), from 2 to 30.`;
    expect(translate(text, 'ru')).toContain(`у 16 из 21 программы (61,5\u{a0}%): ${words}`);
  });
});

test('an abbreviation keeps its capitals within a sentence', () => {
  expect(translate('media', 'ru')).toBe('СМИ');
  expect(translate('police', 'ru')).toBe('полиция');
});

test('Russian: a dash is not parted from the word before it', () => {
  expect(wordingsOf('ru').filter(([, text]) => text?.includes(' — '))).toEqual([]);
});

test('Chinese: no space stands between Chinese and other letters', () => {
  const parted = /\p{Script=Han} [\p{Script=Latin}\p{N}{]|[\p{Script=Latin}\p{N}}%] \p{Script=Han}/u;
  expect(wordingsOf('zh').filter(([, text]) => parted.test(text ?? ''))).toEqual([]);
});

test('Chinese: a body or state that a source gives is not “called out by name”', () => {
  expect(wordingsOf('zh').filter(([, text]) => text?.includes('点名'))).toEqual([]);
});
