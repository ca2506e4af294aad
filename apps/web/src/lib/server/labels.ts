import { vocabularies } from '@govexport/schema';

const regions = new Intl.DisplayNames('en-GB', { type: 'region' });
const languages = new Intl.DisplayNames('en-GB', { type: 'language' });

/** A value of a vocabulary for people: its label and what it means. */
export function termOf(vocabulary: string, value: string): { text: string; definition: string } {
  const term = vocabularies[vocabulary]?.terms[value];
  return { text: term?.label ?? value, definition: term?.definition ?? '' };
}

/** Names of recipient states. */
export function countryNames(codes: readonly string[]): string[] {
  return codes.map((code) => termOf('recipient_country', code).text);
}

/** English name of a state by its ISO 3166-1 code. */
export const regionName = (code: string): string => regions.of(code) ?? code;

/** English name of a language by its ISO 639-1 code. */
export const languageName = (code: string): string => languages.of(code) ?? code;
