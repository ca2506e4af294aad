import { vocabularies } from '@govexport/schema';
import type { Language } from './language.ts';
import { fieldLabels, translatedTerms } from './phrase-book.ts';

/** Label of a value of a vocabulary. */
export function termLabel(vocabulary: string, value: string, language: Language): string {
  const english = vocabularies[vocabulary]?.terms[value]?.label ?? value;
  return language === 'en' ? english : (translatedTerms[language][vocabulary]?.terms[value] ?? english);
}

/** Title of a vocabulary. */
export function vocabularyTitle(vocabulary: string, language: Language): string {
  const english = vocabularies[vocabulary]?.title ?? vocabulary;
  return language === 'en' ? english : (translatedTerms[language][vocabulary]?.title ?? english);
}

/** Label of a field; null where it has none and its name stands for itself. */
export function fieldLabel(field: string, language: Language): string | null {
  return Object.hasOwn(fieldLabels[language], field) ? (fieldLabels[language][field] ?? null) : null;
}

/** Name of a language by its ISO 639-1 code. */
export function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}
