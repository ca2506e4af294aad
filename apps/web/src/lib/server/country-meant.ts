import { locales } from '../generated/runtime.js';
import { dataset } from './caller.ts';
import { namesOfCountry } from './names-of-country.ts';

/**
 * The state that somebody means who types its code of two or three letters, or its name in a language of the site.
 *
 * @returns undefined where it is no recipient of the dataset
 * @example
 * countryMeant('kgz') // => 'KG'
 */
export function countryMeant(typed: string): string | undefined {
  const text = plain(typed);
  return dataset.meta.recipients.find((code) => namesOfCountry(code, dataset, locales).map(plain).includes(text));
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
