import { describe, expect, test } from 'vitest';
import { openDataset } from '../src/node.ts';
import { topicName, translate } from '../src/words.ts';
import { topicNames } from '../src/words/phrase-book.ts';

const topics = [...new Set(openDataset().programs.flatMap((program) => program.topics))];

describe.each([
  ['ru', /\p{Script=Cyrillic}/u],
  ['zh', /^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*$/u],
] as const)('%s', (language, letters) => {
  test('every topic of the dataset has words', () => {
    expect(topics.filter((topic) => !letters.test(topicName(topic, language) ?? ''))).toEqual([]);
  });

  test('no words are left of a topic that the dataset no longer holds', () => {
    expect(Object.keys(topicNames[language]).filter((topic) => !topics.includes(topic))).toEqual([]);
  });

  test('two topics are two', () => {
    expect(new Set(Object.values(topicNames[language])).size).toBe(topics.length);
  });
});

test('a topic that has no words in the language stays unnamed', () => {
  expect(topicName('topics of tomorrow', 'ru')).toBeNull();
});

test('a label of a vocabulary keeps its capital beside a topic of the same words', () => {
  expect(translate('Meteorology', 'ru')).toBe('Метеорология');
  expect(topicName('meteorology', 'ru')).toBe('метеорология');
});
