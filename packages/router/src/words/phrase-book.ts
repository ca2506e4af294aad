import { vocabularies } from '@govexport/schema';
import placesRu from './phrases/places.ru.json' with { type: 'json' };
import placesZh from './phrases/places.zh.json' with { type: 'json' };
import codebookRu from './phrases/codebook.ru.json' with { type: 'json' };
import codebookZh from './phrases/codebook.zh.json' with { type: 'json' };
import fieldsEn from './phrases/fields.en.json' with { type: 'json' };
import fieldsRu from './phrases/fields.ru.json' with { type: 'json' };
import fieldsZh from './phrases/fields.zh.json' with { type: 'json' };
import phrasesEn from './phrases/phrases.en.json' with { type: 'json' };
import phrasesRu from './phrases/phrases.ru.json' with { type: 'json' };
import phrasesZh from './phrases/phrases.zh.json' with { type: 'json' };
import termsRu from './phrases/vocabularies.ru.json' with { type: 'json' };
import termsZh from './phrases/vocabularies.zh.json' with { type: 'json' };
import topicsRu from './phrases/topics.ru.json' with { type: 'json' };
import topicsZh from './phrases/topics.zh.json' with { type: 'json' };
import type { Language } from './language.ts';
import { phraseTemplate, type PhraseTemplate } from './phrase-template.ts';

/** The labels of a vocabulary in one language. */
export interface TranslatedVocabulary {
  title: string;
  terms: Record<string, string>;
}

/** Labels of vocabularies, by language and name. English ones stand in the schema. */
export const translatedTerms: Readonly<Record<'ru' | 'zh', Record<string, TranslatedVocabulary>>> = {
  ru: termsRu,
  zh: termsZh,
};

/** Labels of fields, by language and name. */
export const fieldLabels: Readonly<Record<Language, Record<string, string>>> = {
  en: fieldsEn,
  ru: fieldsRu,
  zh: fieldsZh,
};

/** Names of places, by language and English name: cities, and the provinces and regions they lie in. */
export const placeNames: Readonly<Record<'ru' | 'zh', Readonly<Record<string, string>>>> = {
  ru: placesRu,
  zh: placesZh,
};

/** Topics of programs, by language and by the English words of the records. */
export const topicNames: Readonly<Record<'ru' | 'zh', Readonly<Record<string, string>>>> = {
  ru: topicsRu,
  zh: topicsZh,
};

/** All that is known of one language: fixed texts by their English wording, and sentences with places in them. */
export interface PhraseBook {
  fixed: ReadonlyMap<string, string>;
  sentences: readonly { template: PhraseTemplate; wording: string }[];
}

interface Wordings {
  phrases: Readonly<Record<string, string>>;
  terms: Record<string, TranslatedVocabulary>;
  topics: Readonly<Record<string, string>>;
}

function bookOf({ phrases, terms, topics }: Wordings): PhraseBook {
  const entries = Object.entries(phrases);
  const isSentence = ([english]: [string, string]) => /[{[]/.test(english);
  return {
    // A label of a vocabulary goes before a topic of the same English words, which begins small.
    fixed: new Map(
      [...Object.entries(topics), ...termEntries(terms), ...entries.filter((entry) => !isSentence(entry))].map(lowered),
    ),
    sentences: entries.filter(isSentence).map(([english, wording]) => ({ template: phraseTemplate(english), wording })),
  };
}

const lowered = ([english, wording]: readonly [string, string]) => [english.toLowerCase(), wording] as const;

function termEntries(terms: Record<string, TranslatedVocabulary>): [string, string][] {
  return Object.values(vocabularies).flatMap(({ name, title, values, terms: english }) => {
    const translated = terms[name];
    if (translated === undefined) return [];
    const labels = values.map((value): [string, string] => [
      english[value]?.label ?? value,
      translated.terms[value] ?? value,
    ]);
    return [[title, translated.title], ...labels];
  });
}

/** The book of each language. In English only texts stand that read better than the catalogue's. */
export const phraseBooks: Readonly<Record<Language, PhraseBook>> = {
  en: bookOf({ phrases: phrasesEn, terms: {}, topics: {} }),
  ru: bookOf({ phrases: { ...phrasesRu, ...codebookRu, ...placeNames.ru }, terms: termsRu, topics: topicsRu }),
  zh: bookOf({ phrases: { ...phrasesZh, ...codebookZh, ...placeNames.zh }, terms: termsZh, topics: topicsZh }),
};
