import type { Locale } from './generated/runtime.js';

/** What the `lang` of a text says. Chinese is written in simplified characters. */
export const languageTags: Readonly<Record<Locale, string>> = { en: 'en', ru: 'ru', zh: 'zh-Hans' };

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', ru: 'Русский', zh: '中文' };

export { locales as formatLocales } from '@govexport/charts';
