/** The words of answers in English, Russian and Chinese, for who shows answers. Apart from the rest, since they are many. */
export { languages, type Language } from './words/language.ts';
export { fieldLabel, languageName, placeName, termLabel, topicName, vocabularyTitle } from './words/labels.ts';
export { codebookPage, translateCodebook } from './words/codebook-words.ts';
export { optionLabel } from './words/option-label.ts';
export { translatedTerms, type TranslatedVocabulary } from './words/phrase-book.ts';
export { translate } from './words/translate.ts';
