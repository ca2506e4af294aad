import { countryName, recipientTitle, termLabel as englishLabel, vocabularies } from '@govexport/schema';
import type { Language } from './language.ts';
import { senderName } from './sender-name.ts';
import { fieldLabels, placeNames, topicNames, translatedTerms } from './phrase-book.ts';

/** In which language, and of which senders, a label is told. */
export interface Telling {
  readonly language: Language;
  /** The senders of the dataset; none: the words that all datasets share. */
  readonly senders?: readonly string[];
}

/** Label of a value of a vocabulary. */
export function termLabel(vocabulary: string, value: string, { language, senders = [] }: Telling): string {
  if (vocabulary === 'recipient_country') return countryName(value, language);
  const english = englishLabel(vocabulary, value, senders);
  if (language === 'en') return english;
  const label = translatedTerms[language][vocabulary]?.terms[value];
  return label === undefined ? english : label.replace('{sender}', senderName(senders, language));
}

/** Title of a vocabulary. */
export function vocabularyTitle(vocabulary: string, language: Language): string {
  const english = vocabulary === 'recipient_country' ? recipientTitle : (vocabularies[vocabulary]?.title ?? vocabulary);
  return language === 'en' ? english : (translatedTerms[language][vocabulary]?.title ?? english);
}

/** Label of a field; null where it has none and its name stands for itself. */
export function fieldLabel(field: string, language: Language): string | null {
  return Object.hasOwn(fieldLabels[language], field) ? (fieldLabels[language][field] ?? null) : null;
}

/**
 * Names of cities and provinces as a record writes them: one, several parted by semicolons, or one with another in brackets.
 *
 * @returns null where the language has no name for one of them
 * @example
 * placeName('Almaty; Shymkent', 'ru') // => 'Алматы; Шымкент'
 */
export function placeName(text: string, language: Language): string | null {
  if (language === 'en') return text;
  const names = placeNames[language];
  // Every other part is what stands between two names.
  const parts = text.split(/(; | \(|\)$)/).map((part, index) => {
    if (index % 2 === 1 || part === '') return (language === 'zh' ? chineseMarks[part] : undefined) ?? part;
    return Object.hasOwn(names, part) ? (names[part] ?? null) : null;
  });
  return parts.includes(null) ? null : parts.join('');
}

const chineseMarks: Readonly<Record<string, string>> = { '; ': '；', ' (': '（', ')': '）' };

/**
 * A topic of a program as a record writes it.
 *
 * @returns null where the language has no words for it
 * @example
 * topicName('poverty reduction', 'zh') // => '减贫'
 */
export function topicName(text: string, language: Language): string | null {
  if (language === 'en') return text;
  return Object.hasOwn(topicNames[language], text) ? (topicNames[language][text] ?? null) : null;
}

/** Name of a language by its ISO 639-1 code. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}
