import { expect, test } from 'vitest';
import { openDataset } from '../src/node.ts';
import { translate } from '../src/words/translate.ts';

const { programs, places } = openDataset();

test('every host city has a name in Russian and in Chinese', () => {
  for (const city of new Set(programs.flatMap(({ host_cities }) => host_cities))) {
    expect(translate(city, 'ru'), city).toMatch(/^[\p{Script=Cyrillic}-]+$/u);
    expect(translate(city, 'zh'), city).toMatch(/^\p{Script=Han}+$/u);
  }
});

test('a Chinese name is the one that the records hold', () => {
  const hosts = new Set(programs.flatMap(({ host_cities }) => host_cities));
  const named = places.filter(({ name_en, name_zh }) => name_zh !== null && hosts.has(name_en));
  expect(named.length).toBeGreaterThan(20);
  for (const { name_en, name_zh } of named) expect(translate(name_en, 'zh')).toBe(name_zh);
});
