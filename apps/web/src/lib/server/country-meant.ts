import { RecipientCountry } from '@govexport/schema';
import { locales } from '../generated/runtime.js';
import { termLabel } from './labels.ts';

type Country = (typeof RecipientCountry.values)[number];

/** The three letters of ISO 3166-1. */
const threeLetters: Readonly<Record<Country, string>> = { KZ: 'KAZ', KG: 'KGZ', TJ: 'TJK', TM: 'TKM', UZ: 'UZB' };

/**
 * All that a state is called by: its codes of two and three letters, and its name in each language of the site.
 *
 * @example
 * namesOfCountry('KG') // => ['KG', 'KGZ', 'Kyrgyzstan', 'Кыргызстан', '吉尔吉斯斯坦']
 */
export function namesOfCountry(code: Country): string[] {
  return [code, threeLetters[code], ...locales.map((locale) => termLabel('recipient_country', code, locale))];
}

/**
 * The state that somebody means who types its code of two or three letters, or its name in a language of the site.
 *
 * @returns undefined where it is none of the five
 * @example
 * countryMeant('kgz') // => 'KG'
 */
export function countryMeant(typed: string): Country | undefined {
  const text = plain(typed);
  return RecipientCountry.values.find((code) => namesOfCountry(code).map(plain).includes(text));
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
