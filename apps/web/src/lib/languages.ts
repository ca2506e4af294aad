import type { Locale } from './generated/runtime.js';

/** What the `lang` of a text says. Chinese is written in simplified characters. */
export const languageTags: Readonly<Record<Locale, string>> = { en: 'en', ru: 'ru', zh: 'zh-Hans' };

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', ru: 'Русский', zh: '中文' };

/** The locale whose numbers, dates and names are written: days come before months in English. */
export const formatLocales: Readonly<Record<Locale, string>> = { en: 'en-GB', ru: 'ru-RU', zh: 'zh-Hans-CN' };
