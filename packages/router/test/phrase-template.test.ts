import { expect, test } from 'vitest';
import { fillPhrase, phraseTemplate } from '../src/words/phrase-template.ts';
import { translate } from '../src/words/translate.ts';

test('a wording reads its places, and only numbers where it asks for them', () => {
  const { read } = phraseTemplate('{#n} program[s] in {range}.');
  expect(read('26 programs in 2006–2025.')).toEqual({ n: '26', range: '2006–2025' });
  expect(read('1 program in 2006.')).toEqual({ n: '1', range: '2006' });
  expect(read('No programs in 2006.')).toBeNull();
});

test.each([
  ['1', '1 программа'],
  ['3', '3 программы'],
  ['11', '11 программ'],
  ['21', '21 программа'],
  ['1,5', '1,5 программы'],
])('%s takes its form of the noun', (n, text) => {
  expect(fillPhrase('{n|программа|программы|программ}', { n }, 'ru')).toBe(text);
});

test('digits stay, and are written as the language does', () => {
  expect(translate('95% interval 2.7% to 32.4%', 'ru')).toBe(
    '95\u{a0}% доверительный интервал от 2,7\u{a0}% до 32,4\u{a0}%',
  );
  expect(translate('95% interval 2.7% to 32.4%', 'zh')).toBe('95%置信区间2.7%至32.4%');
});

test('a text without a wording is not half translated', () => {
  expect(translate('26 programs and something new.', 'ru')).toBeNull();
  expect(translate('Domain and something new', 'ru')).toBeNull();
});
