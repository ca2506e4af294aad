import { statisticNames } from '@govexport/router';
import { expect, test } from 'vitest';
import { methodPage } from '../src/lib/server/method-pages.ts';

test('a page begins with its definition', () => {
  expect(methodPage('trend', 'en')).toMatch(/^<h2 id="definition">Definition<\/h2>/);
  expect(methodPage('trend', 'zh')).toMatch(/^<h2 id="定义">定义<\/h2>/);
});

test.each(statisticNames)('the publications of %s are in English, and say so on pages in other languages', (name) => {
  const inEnglish = (locale: 'en' | 'ru' | 'zh') =>
    methodPage(name, locale)?.match(/<div lang="en">.*?<\/div>/gs) ?? [];
  expect(inEnglish('en')).toEqual([]);
  // The rules by which claims are tested are our own.
  expect(inEnglish('ru')).toEqual(name === 'claims' ? [] : [expect.stringContaining('https:')]);
  expect(inEnglish('zh')).toEqual(inEnglish('ru'));
});

test('there is no page of what is no statistic', () => {
  expect(methodPage('trend.ru', 'en')).toBeNull();
});
