import { statisticNames } from '@govexport/router';
import { describe, expect, test } from 'vitest';
import { methodPage, methodParts, methodWordings } from '../src/lib/server/method-pages.ts';

const parts = [...methodParts.values()].flat();
/** Titles of publications stay in their language, and examples are put into words when they are shown. */
const stays = (part: string) => part.startsWith('```') || /<https:|^Hahn and Meeker/.test(part);

describe.each([
  ['ru', /\p{Script=Cyrillic}/u],
  ['zh', /\p{Script=Han}/u],
] as const)('%s', (language, letters) => {
  const wordings = methodWordings[language] ?? {};

  test('every paragraph of every method is translated, as it reads in English now', () => {
    expect([...new Set(parts)].filter((part) => !stays(part) && !letters.test(wordings[part] ?? ''))).toEqual([]);
  });

  test('no translation is left of a paragraph that no method holds', () => {
    const held = new Set(parts);
    expect(Object.keys(wordings).filter((part) => !held.has(part))).toEqual([]);
  });

  test('a translation keeps the names of the code and the addresses', () => {
    const names = (text: string) => [...new Set(text.match(/`[^`]+`/g))].toSorted();
    for (const [english, wording] of Object.entries(wordings)) expect(names(wording), english).toEqual(names(english));
  });

  test.each(statisticNames)('only the publications of %s are in English, and say so', (name) => {
    const page = methodPage(name, language) ?? '';
    const english = [...page.matchAll(/<div lang="en">(.*?)<\/div>/gs)].map(([, html]) => html);
    expect(english.length).toBeLessThanOrEqual(1);
    expect(english.every((html) => /https:|Hahn and Meeker/.test(html ?? ''))).toBe(true);
    expect(page).toMatch(letters);
  });
});

test('a page begins with its definition', () => {
  expect(methodPage('trend', 'en')).toMatch(/^<h2 id="definition">Definition<\/h2>/);
  expect(methodPage('trend', 'zh')).toMatch(/^<h2 id="定义">定义<\/h2>/);
});

test('there is no page of what is no statistic', () => {
  expect(methodPage('ru', 'en')).toBeNull();
});
