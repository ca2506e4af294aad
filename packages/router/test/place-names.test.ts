import { describe, expect, test } from 'vitest';
import { openDataset } from '../src/node.ts';
import { placeName, translate } from '../src/words.ts';

const { programs, places, institutions, adoptions, countries } = openDataset();
const texts = [
  ...programs.flatMap(({ host_cities, host_province }) => [...host_cities, host_province]),
  ...places.flatMap(({ name_en, province }) => [name_en, province]),
  ...[...institutions, ...adoptions].map(({ city }) => city),
  ...countries.map(({ capital }) => capital),
];
const named = new Set(texts.filter((text) => text !== null));

describe.each([
  ['ru', /^[\p{Script=Cyrillic} ;()-]+$/u],
  ['zh', /^[\p{Script=Han}；（）]+$/u],
] as const)('%s', (language, letters) => {
  test.each([...named])('%s has a name', (place) => {
    expect(placeName(place, language)).toMatch(letters);
  });
});

test('a Chinese name is the one that the records hold', () => {
  const held = places.filter(({ name_zh }) => name_zh !== null);
  expect(held.length).toBeGreaterThan(20);
  for (const { name_en, name_zh } of held) expect(placeName(name_en, 'zh')).toBe(name_zh);
});

test('findings and tables name places by the same words', () => {
  for (const { host_province } of programs) {
    if (host_province !== null) expect(translate(host_province, 'ru')).toBe(placeName(host_province, 'ru'));
  }
});

test('several places, and one within another, keep what stands between them', () => {
  expect(placeName('Almaty; Shymkent', 'zh')).toBe('阿拉木图；奇姆肯特');
  expect(placeName('Nur-Sultan (Astana)', 'ru')).toBe('Нур-Султан (Астана)');
});

test('a place that has no name in the language stays unnamed', () => {
  expect(placeName('Almaty; Atlantis', 'ru')).toBeNull();
  expect(placeName('Atlantis', 'en')).toBe('Atlantis');
});
