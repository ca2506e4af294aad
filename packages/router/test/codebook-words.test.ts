import { codebookMarkdown, codebookOf, vocabularies } from '@govexport/schema';
import { describe, expect, test } from 'vitest';
import { openDataset } from '../src/node.ts';
import { codebookPage, translate, translateCodebook } from '../src/words.ts';
import codebookRu from '../src/words/phrases/codebook.ru.json' with { type: 'json' };
import codebookZh from '../src/words/phrases/codebook.zh.json' with { type: 'json' };

const book = codebookOf(openDataset());
const texts = book.tables.flatMap(({ title, description, license, fields }) => [
  ...[title, description, license.note ?? ''],
  ...fields.flatMap(({ type, description: meaning, null_means, values }) => [
    ...[type, meaning, null_means ?? ''],
    ...values.map(({ definition }) => definition),
  ]),
]);
const definitions = Object.values(vocabularies).flatMap(({ terms }) =>
  Object.values(terms).map(({ definition }) => definition),
);
const english = new Set([...texts, ...definitions].filter((text) => text !== ''));

/** Words of the page around the texts. */
const heads = new Set<string>();
codebookMarkdown(book, (word) => {
  heads.add(word);
  return word;
});

describe.each([
  ['ru', codebookRu, /\p{Script=Cyrillic}/u],
  ['zh', codebookZh, /\p{Script=Han}/u],
] as const)('%s', (language, translations, letters) => {
  test('every text of the codebook is translated, as it reads in English now', () => {
    const missing = [...english].filter((text) => !letters.test(translate(text, language) ?? ''));
    expect(missing).toEqual([]);
  });

  test('every word of its page is translated', () => {
    expect([...heads].filter((word) => translate(word, language) === null)).toEqual([]);
  });

  test('no translation is left of a text that the codebook no longer holds', () => {
    const held = new Set([...english, ...heads].map((text) => text.toLowerCase()));
    expect(Object.keys(translations).filter((text) => !held.has(text.toLowerCase()))).toEqual([]);
  });

  test('names, ids, numbers and examples stay as they are', () => {
    const numbersOf = ({ tables }: typeof book) =>
      tables.map(({ name, records, key, fields }) => [
        ...[name, records, key],
        ...fields.map(({ name: field, known, example, references, values }) => [
          ...[field, known, example, references],
          ...values.map(({ value }) => value),
        ]),
      ]);
    expect(numbersOf(translateCodebook(book, language))).toEqual(numbersOf(book));
  });
});

test('a label is the one of its vocabulary', () => {
  const programs = translateCodebook(book, 'ru').tables.find(({ name }) => name === 'programs');
  const confidence = programs?.fields.find(({ name }) => name === 'confidence');
  expect(confidence?.values.map(({ label }) => label)).toEqual(['Низкая', 'Средняя', 'Высокая']);
});

test('in English the page is the file of the dataset', () => {
  expect(codebookPage(book, 'en')).toBe(codebookMarkdown(book));
});
