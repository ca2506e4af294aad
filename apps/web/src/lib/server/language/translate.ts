import { getLocale, type Locale } from '../../generated/runtime.js';
import type { ShownText } from '../../shown-text.ts';
import { languageName } from '../labels.ts';
import { fieldLabels, phraseBooks } from './phrase-book.ts';
import { fillPhrase } from './phrase-template.ts';

/**
 * Translates a text of the catalogue, the schema or the dataset. The numbers in it stay the same digits.
 *
 * @returns null where the language has no wording for it
 */
export function translate(text: string, locale: Locale = getLocale()): string | null {
  return sameEverywhere(text, locale) ?? fixedPhrase(text, locale) ?? nameIn(text, locale) ?? sentence(text, locale);
}

/** A text in the language of the page; where there is no translation it stays English and says so. */
export function shown(text: string): ShownText {
  const locale = getLocale();
  const translated = translate(text, locale);
  return { text: translated ?? text, lang: translated === null && locale !== 'en' ? 'en' : null };
}

/** Numbers, years, dates and codes are no words of a language. */
function sameEverywhere(text: string, locale: Locale): string | null {
  if (/^-?\d[\d,]*(\.\d+)?%?$/.test(text)) return localNumber(text, locale);
  return text.trim() === '' || /^\d{4}([–-]\d{1,4}){0,2}$/.test(text) || /^[A-Z]{2,5}(-\d+)?$/.test(text) ? text : null;
}

function localNumber(text: string, locale: Locale): string {
  if (locale !== 'ru') return text;
  return text.replaceAll(',', '\u{a0}').replace('.', ',').replace('-', '−').replace('%', '\u{a0}%');
}

function fixedPhrase(text: string, locale: Locale): string | null {
  const found = phraseBooks[locale].fixed.get(text.toLowerCase());
  if (found === undefined) return null;
  const isLower = text.charAt(0) !== text.charAt(0).toUpperCase();
  return isLower ? found.charAt(0).toLowerCase() + found.slice(1) : found;
}

function nameIn(text: string, locale: Locale): string | null {
  if (/^[a-z]{2}$/.test(text)) return languageName(text, locale);
  return Object.hasOwn(fieldLabels[locale], text) ? (fieldLabels[locale][text] ?? null) : null;
}

function sentence(text: string, locale: Locale): string | null {
  for (const { template, wording } of phraseBooks[locale].sentences) {
    const found = text.includes(template.needle) ? template.read(text) : null;
    if (found === null) continue;
    const values = Object.entries(found).map(([name, value]) => {
      // A name that no book holds, such as that of an institution, stays as the record has it.
      return [name, translate(value, locale) ?? (template.kept.has(name) ? value : null)] as const;
    });
    if (values.every(([, value]) => value !== null)) {
      return fillPhrase(wording, Object.fromEntries(values) as Record<string, string>, locale);
    }
  }
  return null;
}
