import { inLanguage } from '@govexport/analysis/tables';
import { fieldLabel, languageName } from './labels.ts';
import type { Language } from './language.ts';
import { phraseBooks } from './phrase-book.ts';
import { fillPhrase } from './phrase-template.ts';

/**
 * Translates a text of the catalogue, the schema or the dataset. The numbers in it stay the same digits.
 *
 * @returns null where the language has no wording for it
 * @example
 * translate('Kazakhstan', 'ru') // => 'Казахстан'
 */
export function translate(text: string, language: Language): string | null {
  return (
    sameEverywhere(text, language) ?? fixedPhrase(text, language) ?? nameIn(text, language) ?? sentence(text, language)
  );
}

/** Numbers, years, dates and codes are no words of a language. */
function sameEverywhere(text: string, language: Language): string | null {
  if (/^-?\d[\d,]*(\.\d+)?%?$/.test(text)) return inLanguage(text, language);
  return text.trim() === '' || /^\d{4}([–-]\d{1,4}){0,2}$/.test(text) || /^[A-Z]{2,5}(-\d+)?$/.test(text) ? text : null;
}

function fixedPhrase(text: string, language: Language): string | null {
  const found = phraseBooks[language].fixed.get(text.toLowerCase());
  if (found === undefined) return null;
  const isLower = text.charAt(0) !== text.charAt(0).toUpperCase();
  // An abbreviation keeps its capitals.
  return isLower && !/^\p{Lu}{2}/u.test(found) ? found.charAt(0).toLowerCase() + found.slice(1) : found;
}

function nameIn(text: string, language: Language): string | null {
  if (/^[a-z]{2}$/.test(text)) return languageName(text, language);
  return fieldLabel(text, language);
}

function sentence(text: string, language: Language): string | null {
  for (const { template, wording } of phraseBooks[language].sentences) {
    const found = text.includes(template.needle) ? template.read(text) : null;
    if (found === null) continue;
    const values = Object.entries(found).map(([name, value]) => {
      if (template.verbatim.has(name)) return [name, value] as const;
      // A name that no book holds, such as that of an institution, stays as the record has it.
      return [name, translate(value, language) ?? (template.kept.has(name) ? value : null)] as const;
    });
    if (values.every(([, value]) => value !== null)) {
      return fillPhrase(wording, Object.fromEntries(values) as Record<string, string>, language);
    }
  }
  return null;
}
