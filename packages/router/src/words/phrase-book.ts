import { countryName, isoCountryCodes, recipientTitle, vocabularies, withSender } from '@govexport/schema';
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
import reviewRu from './phrases/review.ru.json' with { type: 'json' };
import reviewZh from './phrases/review.zh.json' with { type: 'json' };
import termsRu from './phrases/vocabularies.ru.json' with { type: 'json' };
import termsZh from './phrases/vocabularies.zh.json' with { type: 'json' };
import topicsRu from './phrases/topics.ru.json' with { type: 'json' };
import topicsZh from './phrases/topics.zh.json' with { type: 'json' };
import type { Language } from './language.ts';
import { senderName } from './sender-name.ts';
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
  /** The language in which states are named; null for English. */
  states: 'ru' | 'zh' | null;
}

/** The English name of every state with its name in a language. */
function stateEntries(language: 'ru' | 'zh'): Entry[] {
  return isoCountryCodes.map((code) => [countryName(code), countryName(code, language)]);
}

/** A text that speaks of the sending state, as it reads with each sender. */
function withEachSender([english, wording]: Entry, language: 'ru' | 'zh' | null): Entry[] {
  if (language === null || !/the sending state/i.test(english)) return [[english, wording]];
  const senders = [[], ...isoCountryCodes.map((code) => [code])];
  return senders.map((list) => [withSender(english, list), wording.replace('{sender}', senderName(list, language))]);
}

type Entry = [english: string, wording: string];

function bookOf({ phrases, terms, topics, states }: Wordings): PhraseBook {
  const entries = Object.entries(phrases);
  const isSentence = ([english]: [string, string]) => /[{[]/.test(english);
  return {
    // A label of a vocabulary goes before a topic of the same English words, which begins small.
    fixed: new Map(
      [
        ...(states === null ? [] : stateEntries(states)),
        ...Object.entries(topics),
        ...[...termEntries(terms), ...entries.filter((entry) => !isSentence(entry))].flatMap((entry) =>
          withEachSender(entry, states),
        ),
      ].map(lowered),
    ),
    sentences: entries.filter(isSentence).map(([english, wording]) => ({ template: phraseTemplate(english), wording })),
  };
}

const lowered = ([english, wording]: readonly [string, string]) => [english.toLowerCase(), wording] as const;

function termEntries(terms: Record<string, TranslatedVocabulary>): Entry[] {
  const states: Entry[] = terms['recipient_country'] ? [[recipientTitle, terms['recipient_country'].title]] : [];
  const shared = Object.values(vocabularies).flatMap(({ name, title, values, terms: english }) => {
    const translated = terms[name];
    if (translated === undefined) return [];
    const labels = values.map((value): Entry => [english[value]?.label ?? value, translated.terms[value] ?? value]);
    return [[title, translated.title] satisfies Entry, ...labels];
  });
  return [...states, ...shared];
}

/** The book of each language. In English only texts stand that read better than the catalogue's. */
export const phraseBooks: Readonly<Record<Language, PhraseBook>> = {
  en: bookOf({ phrases: phrasesEn, terms: {}, topics: {}, states: null }),
  ru: bookOf({
    phrases: { ...phrasesRu, ...reviewRu, ...codebookRu, ...placeNames.ru },
    terms: termsRu,
    topics: topicsRu,
    states: 'ru',
  }),
  zh: bookOf({
    phrases: { ...phrasesZh, ...reviewZh, ...codebookZh, ...placeNames.zh },
    terms: termsZh,
    topics: topicsZh,
    states: 'zh',
  }),
};
